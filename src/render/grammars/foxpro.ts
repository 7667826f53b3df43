/** A grammar of FoxPro for highlight.js, which has none: comments, strings, logical values, commands, numbers. */
import type { HLJSApi, Language } from 'highlight.js'

const COMMANDS =
  'activate append array as blank browse case class clear close copy create cursor database deactivate declare define delete ' +
  'dimension do edit else enddefine enddo endfor endfunc endif endproc endscan endtext endwith endcase exit export extern ' +
  'for form from from fields function gather get go goto hidden if import in index input insert into keyboard list local locate ' +
  'loop menu modify next nodefault noshow note of off olecontrol on open order otherwise pack parameters popup private ' +
  'procedure protected public quit read recall record release replace report reindex return run save say scan scatter seek ' +
  'select set show size skip sort store suspend table text to unlock update use values wait where while window with zap'

export default function foxpro(hljs: HLJSApi): Language {
  return {
    name: 'FoxPro',
    case_insensitive: true,
    keywords: { keyword: COMMANDS },
    contains: [
      { scope: 'literal', match: /\.(?:t|f|y|n|null)\./ },
      hljs.COMMENT(/^[ \t]*\*/, /$/),
      hljs.COMMENT(/&&/, /$/),
      { scope: 'string', begin: /'/, end: /'|$/ },
      { scope: 'string', begin: /"/, end: /"|$/ },
      hljs.C_NUMBER_MODE,
    ],
  }
}
