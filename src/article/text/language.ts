/**
 * Guesses the language of a listing from strong evidence; otherwise `null`.
 *
 * Each language has a pattern for lines that hardly occur in other languages. The names are those of syntax
 * highlighters.
 */

interface Language {
  readonly name: string
  /** Matches a line that is evidence for the language. */
  readonly sign: RegExp
  /** Codes of products whose articles mostly use the language. */
  readonly products: readonly string[]
}

const LANGUAGES: readonly Language[] = [
  {
    name: 'reg',
    sign: /^(?:REGEDIT4|Windows Registry Editor|\[-?HKEY_\w+\\.*\]|"[^"]+"=(?:"|dword:|hex))/,
    products: [],
  },
  {
    name: 'html',
    sign: /<\/?(?:html|head|body|table|t[rdh]|form|input|object|param|script|a|p|font|meta|frame|frameset|applet|embed)\b[^>]*>|<%|%>/i,
    products: ['frontpg'],
  },
  {
    name: 'vb',
    sign: /^(?:(?:Private |Public |Static |Friend )?(?:Declare )?(?:Sub|Function|Property (?:Get|Let|Set)|Type|Enum) \w+|End (?:Sub|Function|Property|If|Select|With|Type)$|(?:Dim|ReDim|Public|Private|Global|Static) \w+.* As \w|Option (?:Explicit|Base|Compare)|Set \w[\w.]* = |If .* Then\b|ElseIf |Next(?: \w+)?$|For (?:Each )?\w+ (?:=|In) |MsgBox |Debug\.Print |On Error (?:GoTo|Resume)|\w+\.\w+(?:\.\w+)* = |Exit (?:Sub|Function))/,
    products: ['vbwin', 'word97', 'powerpt'],
  },
  {
    name: 'basic',
    sign: /^(?:\d{1,5} )?(?:PRINT\b|LPRINT |CLS$|DIM |DECLARE (?:SUB|FUNCTION) |(?:END )?SUB\b|END FUNCTION|FUNCTION \w|NEXT(?: \w+%?)?$|WEND$|WHILE .*INKEY|DEF(?:INT|SNG|STR|DBL|LNG) |INPUT |LOCATE |SCREEN \d|COLOR |OPEN ".*" FOR |REM |GOSUB |GOTO \d|COMMON SHARED|\w+[$%&!#] = |LOOP\b|END$|CALL \w)/,
    products: ['mspl13_basic'],
  },
  {
    name: 'foxpro',
    sign: /^(?:\*!\*|END(?:IF|DO|SCAN|CASE|FOR|PROC|FUNC|WITH|DEFINE)\b|DEFINE (?:CLASS|WINDOW|MENU|PAD|POPUP|BAR)|@ ?\d+, ?\d+ (?:SAY|GET|TO)|(?:THIS|THISFORM|_SCREEN)\.|DO (?:WHILE|CASE|FORM)\b|(?:USE|SELECT|BROWSE|SCAN|REPLACE|APPEND|LOCATE|SEEK|STORE|PUBLIC|LOCAL|PARAMETERS|RELEASE|ACTIVATE|CLEAR|SET \w+ (?:TO|ON|OFF))\b|CREATE (?:CURSOR|TABLE|DATABASE|FORM)|\? )|&&/i,
    products: ['foxpro', 'foxmisc'],
  },
  {
    name: 'sql',
    sign: /^(?:SELECT\b.*|INSERT INTO\b.*|UPDATE \w+|DELETE FROM\b.*|CREATE (?:TABLE|PROCEDURE|PROC|VIEW|INDEX|TRIGGER|DATABASE)\b.*|ALTER TABLE\b.*|DROP (?:TABLE|PROCEDURE)\b.*|FROM \w+.*|WHERE .*|ORDER BY .*|GROUP BY .*|EXEC(?:UTE)? sp_\w+.*|GO)$/i,
    products: ['odbc'],
  },
  {
    name: 'fortran',
    sign: /^(?:PROGRAM \w+$|SUBROUTINE \w+|INTERFACE TO |(?:INTEGER|REAL|CHARACTER|LOGICAL)(?:\*\d+)? |IMPLICIT NONE|WRITE ?\(|READ ?\(\*|CALL \w+ ?\(|\d+ +(?:FORMAT|CONTINUE)|END(?: (?:DO|IF|SUBROUTINE|PROGRAM))?$|[CcI]\*{2})/i,
    products: ['fortran'],
  },
  {
    name: 'asm',
    sign: /^(?:\w+:\s*)?(?:mov|push|pop|call|int|jmp|j[nz]?[ezgl]|cmp|lea|xor|ret|iret|assume|end[ps])\b(?:\s+[\w[\]:.,+ ]{1,40})?(?:\s*;.*)?$|^\w+\s+(?:proc|segment|endp|ends|equ|d[bwd])\b|^\.(?:model|code|data|stack|386)\b/i,
    products: ['masm', 'mspl13_masm'],
  },
  {
    name: 'cpp',
    sign: /^(?:class \w+(?:\s*:\s*public\b|$)|(?:public|private|protected):$|template ?<|using namespace |virtual |#include <(?:iostream|fstream|string|vector|afx\w*)(?:\.h)?>)|\w+::~?\w+\s*\(|\b(?:cout|cin|cerr)\s*(?:<<|>>)|\bnew \w+[;(]|\b(?:DECLARE|IMPLEMENT)_\w+\(|BEGIN_MESSAGE_MAP|_T\("/,
    products: [],
  },
  {
    name: 'c',
    sign: /^(?:#\s*(?:include\s*[<"]|define\b|if(?:n?def)?\b|endif\b|pragma\b)|\/\*|\*\/|[{}]$|(?:(?:static|extern|unsigned|struct|const) )*(?:void|int|char|long|short|float|double|BOOL|HWND|DWORD|LPSTR|HANDLE|HDC|HRESULT|WORD|UINT|FILE)\b\s*\**\s*\w+.*[;({,)]$|(?:if|for|while|switch) ?\(.*[{);]?$|return\b.*;$|\w+(?:->\w+|\[\w+\])* ?=[^=].*;$|\w+ ?\(.*\);)/,
    products: ['visualc', 'win16sdk', 'miscsdk', 'win16ddk', 'mspl13_c'],
  },
  {
    name: 'batch',
    sign: /^@?(?:echo (?:on|off)$|rem |if (?:not )?(?:exist|errorlevel) |goto \w+$|:\w+$|set \w+=|call \w+\.bat|net use \w|copy \S+ \S+|prompt \$|loadhigh |lh |path [a-z]:|for %%?\w in)/i,
    products: [],
  },
  {
    name: 'ini',
    sign: /^(?:\[[^[\]]{1,60}\]$|[\w.\\ -]{1,60} ?=[^=]*$)/,
    products: [],
  },
]

/** Number of lines that are checked. */
const MAX_LINES = 25
/** Length to which a line is cut. */
const MAX_LINE_LENGTH = 200
/** Minimum share of lines that match. */
const MIN_SHARE = 0.35
/** Minimum ratio of the best score to the second best. */
const MIN_LEAD = 1.5

/** Returns the language of a listing's lines, or `null`. `productCode`: the article's product; a hint. */
export function guessLanguage(lines: readonly string[], productCode: string | null): string | null {
  const sample = sampleOf(lines)
  let best: Language | null = null
  let bestScore = 0
  let nextScore = 0
  for (const language of LANGUAGES) {
    const score = scoreLines(sample, language, productCode)
    if (score > bestScore) {
      nextScore = bestScore
      bestScore = score
      best = language
    } else if (score > nextScore) nextScore = score
  }
  return bestScore >= sample.length * MIN_SHARE && bestScore >= nextScore * MIN_LEAD ? (best?.name ?? null) : null
}

/** Returns the first lines that are not blank, without their indentation. */
function sampleOf(lines: readonly string[]): string[] {
  const sample: string[] = []
  for (const line of lines) {
    const text = line.slice(0, MAX_LINE_LENGTH).trim()
    if (text !== '') sample.push(text)
    if (sample.length === MAX_LINES) break
  }
  return sample
}

/** Counts the lines that match a language. A single one is an accident, unless the product expects the language. */
function scoreLines(sample: readonly string[], { sign, products }: Language, productCode: string | null): number {
  let hits = 0
  for (const line of sample) if (sign.test(line)) hits++
  const isExpected = productCode !== null && products.includes(productCode)
  if (hits === 0 || (hits === 1 && !isExpected)) return 0
  return isExpected ? hits * 2 : hits
}
