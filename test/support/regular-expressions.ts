/** The regular expressions of the code: literals, and those that `new RegExp` makes of constants of the same file. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Expression, type Node, type Program, parse } from 'acorn'
import { simple } from 'acorn-walk'
import { transformSync } from 'esbuild'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface FoundExpression {
  readonly file: string
  readonly source: string
  readonly flags: string
}

/** Every regular expression below `layer`; throws at one that is put together from what is no constant. */
export function findExpressions(layer: string): readonly FoundExpression[] {
  return readdirSync(join(ROOT, layer), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .sort()
    .flatMap((name) => expressionsIn(`${layer}/${name.replaceAll('\\', '/')}`))
}

function expressionsIn(file: string): FoundExpression[] {
  const { code } = transformSync(readFileSync(join(ROOT, file), 'utf8'), { loader: 'tsx', target: 'esnext' })
  const program = parse(code, { ecmaVersion: 'latest', sourceType: 'module' })
  const constants = constantsOf(program)
  const found: FoundExpression[] = []
  simple(program, {
    Literal({ regex }) {
      if (regex) found.push({ file, source: regex.pattern, flags: regex.flags })
    },
    NewExpression({ callee, arguments: [source, flags] }) {
      if (callee.type !== 'Identifier' || callee.name !== 'RegExp') return
      found.push({
        file,
        source: textOf(source, constants),
        flags: flags === undefined ? '' : textOf(flags, constants),
      })
    },
  })
  return found
}

/** `const X = ...` of the file's own level. */
function constantsOf(program: Program): ReadonlyMap<string, Expression> {
  const constants = new Map<string, Expression>()
  for (const statement of program.body)
    if (statement.type === 'VariableDeclaration' && statement.kind === 'const')
      for (const { id, init } of statement.declarations)
        if (id.type === 'Identifier' && init) constants.set(id.name, init)
  return constants
}

/** What a text, a constant, a template of them or `CONSTANT.source` stands for. */
function textOf(node: Node | undefined, constants: ReadonlyMap<string, Expression>): string {
  const expression = node as Expression | undefined
  switch (expression?.type) {
    case 'Literal':
      return expression.regex?.pattern ?? String(expression.value)
    case 'Identifier':
      return textOf(constants.get(expression.name), constants)
    case 'MemberExpression':
      return textOf(expression.object, constants)
    case 'TemplateLiteral':
      return expression.quasis
        .map(
          ({ value }, i) =>
            (value.cooked ?? '') +
            (i < expression.expressions.length ? textOf(expression.expressions[i], constants) : ''),
        )
        .join('')
    default:
      throw new Error(`Expected a constant text in \`new RegExp\`, found \`${expression?.type}\``)
  }
}
