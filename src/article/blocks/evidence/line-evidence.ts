/**
 * Decides the kind of a line by itself: code, columns, prose, or plain.
 *
 * Knows signs and words of the languages in the corpus. `chunk-evidence.ts` combines the kinds of a chunk's lines.
 */

import { SIGNS, signsOf } from './line-signs.js'

export type LineKind = 'code' | 'columns' | 'prose' | 'plain'

/**
 * Matches a comment: `// x`, `/* x`, `' x`, `; x`, `*!* x`. Not `'Word' is missing` or `'\\server'. Verify`, and not
 * `* x`, which may be a bullet.
 */
const COMMENT = /^(?:\/\/|\/\*|\*(?=[^\s\w]|$)|'(?![^']*'(?:[\s.,;:?!)]|$))|;|::|&&|--\s)/
/** Matches a comment at the end of a line: `x = y;  // as the user said`, `END IF  && of the loop`. */
const COMMENT_TAIL = /[\w;{}),"] +(?:\/\/ |\/\* |&& ?)/
/** Matches `#include <stdio.h>`, `#define X 1`. */
const DIRECTIVE =
  /^#\s*(?:include|define|undef|ifn?def|if|else|elif|endif|pragma|import|error|line)\b|^#(?:DEFINE|IF|ELSE|ENDIF|INCLUDE) ?\b/
/**
 * Matches an assignment with one word left of the sign: `x = 1`, `Form1.Caption = "x"`, `a(i)% := b`, `name=value`,
 * `+CHARACTER=x`.
 */
const ASSIGNMENT = /^[\w.$%&!#@[\]"'*:\\+-]+(?: ?\([^()]{0,40}\))?(?:\.\w+)* {0,20}[:+*/&|^-]?=(?:\s|[^=\s]|$)/
/** Matches a call with nothing after it: `Foo(bar)`, `p->Run(x, y)`, `List1.AddItem ("x")`, `=FCLOSE(h)`. */
const CALL = /^=?[A-Za-z_][\w.:>-]* ?\(.*\)[;,]?$/
/**
 * Matches a member with at most one argument: `Text2.SetFocus`, `Form1.Show 1`, `Items.Add , "Open"`,
 * `sp_addlinkedserver 'x'`.
 */
const MEMBER = /^[A-Za-z]\w*\.[A-Za-z]\w*(?: ["\w-]+)?$|^(?:\w+\.)+[A-Za-z]\w* ,|^[sx]p_\w+ ['@]/
/** Matches `== != -> :: && || := << >> <> &H1F`. */
const OPERATOR = /[=!]=|->|::|&&|\|\||:=|<<|>>|<>|&H[0-9A-F]/
/** Matches a tag: `<HTML>`, `</td>`, `<% Response.Write x %>`, `<!-- x`, `%>`. Not `<path>\file`. */
const TAG = /^(?:%>|-->|\?>)|^<(?:[!%?/]|[A-Za-z][\w:]*(?: [^<>]*)?>(?![\\ ]))/
/** Matches `[boot]` alone on its line. */
const INI_SECTION = /^\[[^[\]]{1,60}\]$/
/** Matches a prompt: `C:\>dir`, `A>copy`, `C:\WINDOWS> `. */
const PROMPT = /^[A-Za-z]:?(?:\\[^ >]*)?> ?\S/
/** Matches a path: `HKEY_LOCAL_MACHINE\`, `HKLM\`, `C:\dir`, `\\server\share`, `%windir%\`, `\key`, `<drive>:\dir`. */
const PATH = /^"?(?:HKEY_|HK(?:LM|CU|CR|U)\b|[A-Za-z]:\\|\\|%\w+%|<[\w -]+>:?\\)/
/** Matches a command with a switch: ` /s`, ` -f`. */
const SWITCH = /^\S+(?: \S+)* [/-][A-Za-z?](?:[\s:]|$)/
/** Matches an instruction: `mov ax, bx`, `label: int 21h`, `DB 10 DUP(?)`. */
const ASSEMBLER =
  /^(?:\w+: *)?(?:mov|push|pop|call|int|jmp|j[a-z]{1,3}|cmp|add|sub|xor|and|or|ret|retf|lea|les|lds|test|inc|dec|shl|shr|rep|stosb|nop|db|dw|dd)\b(?: +[\w[\]:*+.,"'()-]+)*(?: *;.*)?$/i
/** Matches `.model small`, `foo  proc`, `_TEXT SEGMENT`, `local x:byte`, `PUBLIC _main`. */
const ASSEMBLER_DIRECTIVE =
  /^\.[a-z]\w*(?: [\w, ]+)?$|^\w+\s+(?:proc|endp|segment|ends|macro|endm|struc|label)\b|^(?:local \w+:|(?:public|extrn|include|org|assume) \w[\w.:]*$|endp?$|ret$)/i
/**
 * Matches a gap of three blanks or a tab between words, or two gaps of two blanks that end no sentence:
 * `0156f6d0  004e7348  00000000`.
 */
const GAP = /\S(?: {3,}|\t)\S|[^\s.:?!"')] {2}\S+[^\s.:?!"')] {2}\S/
/** Matches a last sign that ends or continues a statement: `;`, `{`, `}`, `_` or `\`. */
const CODE_END = /(?:[;{}\\]| _)$/
/** Matches a word of sentences. A line with two of them is prose. A single letter may be a variable: `a = a + 1`. */
const PROSE_WORD =
  /\b(?:the|of|to|is|an|a(?= [^-+*/=&|,;'"<>])|in|and|that|for|with|you|your|this|be|are|not|can|will|it|from|on|was|were|has|have|by|as|at|does|may|if|when|which|these|use|using|click|but)\b/g

/** First words that only code has, in exactly this case. */
const CODE_WORDS: ReadonlySet<string> = new Set(
  (
    'Dim ReDim Sub Private EndIf Endif ElseIf Elseif MsgBox GoSub Wend Loop Const Attribute ' +
    'typedef struct extern static unsigned void int char float double const enum BOOL DWORD LPSTR LPCTSTR HWND HANDLE ' +
    'HRESULT UINT WORD BYTE LONG main printf sizeof namespace template switch return #include ' +
    'REM CLS PRINT LPRINT INPUT LOCATE COLOR SCREEN GOSUB GOTO NEXT WEND WHILE LOOP DIM REDIM DEFINT DEFSNG DECLARE SUB ENDSUB ' +
    'CONST COMMON SHARED PSET WIDTH SHELL POKE DATA LET STATIC CALL OPEN CLOSE FIELD FOR DO ' +
    'USE SELECT SET DEFINE ACTIVATE DEACTIVATE ENDDO ENDIF ENDCASE ENDSCAN ENDFOR ENDWITH ENDPROC ENDFUNC CASE DOCASE OTHERWISE ' +
    'REPLACE STORE BROWSE APPEND CREATE MODIFY RELEASE CLEAR SKIP SEEK SCAN PROCEDURE FUNCTION RETURN LOCAL PUBLIC ' +
    'PRIVATE PARAMETERS READ REPORT WAIT KEYBOARD PUSH POP ZAP PACK ERASE SUSPEND THIS THISFORM WITH COPY DELETE INDEX ' +
    'INSERT UPDATE FROM WHERE VALUES ALTER DROP GRANT EXEC EXECUTE BEGIN COMMIT ORDER GROUP GO ' +
    'PROGRAM SUBROUTINE INTEGER REAL CHARACTER IMPLICIT WRITE FORMAT DIMENSION INTERFACE STOP END IF ELSE ' +
    'LOADHIGH ECHO NET'
  ).split(' '),
)

// Statements of BASIC whose first word also begins sentences, one pattern per kind.
/** Matches `If x Then`, `For i = 1`, `For Each x In`, `Do While`, `Select Case`, `With Form1`. */
const BASIC_BLOCK =
  /^(?:If .* Then\b|For (?:Each )?\w+[%&!#$]? (?:=|In\b)|Do(?:$| (?:While|Until) )|Select Case |Case |With [\w.]+$)/
/** Matches `Next i`, `Else`, `End`, `End Sub`, `Exit Function`. */
const BASIC_BLOCK_END =
  /^(?:Next(?: \w+)?$|Else$|End(?:$| (?:Sub|Function|If|Select|With|Type|Property)\b)|Exit (?:Sub|Function|For|Do|Property))/
/** Matches `Public x As Integer`, `Public Sub Main`, `Type Clock`, `TYPE Clock`, `size(1 TO 250) AS INTEGER`. */
const BASIC_DECLARATION =
  /^(?:(?:Public|Global|Static|Declare) \w+.*(?:\(| As )|(?:Public|Static) (?:Sub|Function|Property|Const|Type) |Function \w+ ?\(|T(?:ype|YPE) \w+$|\w+(?:\([^()]{1,30}\))? AS [A-Z]+$|Option (?:Explicit|Base|Compare))/
/** Matches `Set a = b`, `Call Wind`, `Print #1`, `Load Form1`, `Beep`, `Rem x`. */
const BASIC_ACTION =
  /^(?:Set [\w.()"]+ = |Call \w+|Print (?:#|")|(?:Un)?[Ll]oad (?:\w+|Me)$|Beep$|Rem |Resume(?: Next| 0)?$|On (?:Error|\w+ Go))/
/** Matches `Open f For Input`, `Close #1`. */
const BASIC_FILE = /^(?:Open .* (?:For|As) |Close(?: #?\d.*)?$)/
// Statements of C.
/** Matches `if (x)`, `else`, `for (;;)`, `do`, `case 1:`. */
const C_CONTROL = /^(?:(?:if|for|while|switch|catch)\s?\(|(?:\} ?)?else(?: if\s?\(|$)|do$|try$|case .{1,60}:|default:)/
/** Matches `public:`, `class CApp : public CWinApp`, `using namespace std`, `union`, `long size(`. */
const C_DECLARATION =
  /^(?:(?:public|private|protected):|class \w+(?: ?:|$)|using namespace |(?:union|struct|enum)(?: \w+)?$|(?:long|short|new|delete) ?[\w*[(])/
/** Matches a command with an argument that is no word: `copy a.txt b:`, `cd \dos`, `net use x:`, `cl /c test.c`. */
const COMMAND =
  /^(?:copy|cd|md|rd|del|dir|net|set|type|ren|rename|expand|attrib|xcopy|format|cl|link|nmake|lib|bc|qb|masm|regsvr32|ping|rundll32|setup|ftp|telnet)(?:\.exe)? (?:\S* )*[^\s\\:/=*<.]*[\\:/=*<.]\S*$/i
/** Matches a command with at most a name: `md temp`, `cd temp`, `win`. */
const SHORT_COMMAND =
  /^(?:cd|md|rd|del|dir|win|edit|exit|cls|ver|mem|sys|path|set|format|fdisk|scandisk|setup)(?: \S+)?$/
/** Matches a BASIC statement after its line number: `10 PRINT`, `1 ON ERROR GOTO 9`. */
const NUMBERED_STATEMENT = /^\d{1,5} {1,6}(?:'|([A-Z]{2,})\b)/
/** Matches a title inside a listing: `/***** MAIN.C *****`, `' ---- output ----`, `C***`, `=== A.BAS ===`. */
const BANNER = /^\W{0,3}[*=#-]{3}\W*\w.*[*=#-]{3}\W{0,3}$|^[CcRr#'!;]\S{0,2} ?\*{3,}/
/** Matches dots that lead from one column to the next: `ABSOLUTE..........absolute`. */
const LEADERS = /\w ?\.{4,} ?\w|\w ?(?:\. ){4,}/
/** Matches the time in listings of directories and logs: `11-07-97  8:39a`, `1999/04/01 12:30:05`. */
const TIMESTAMP = /\d[-/]\d\d?[-/]\d{2,4},? +\d\d?:\d\d/
/** Matches bars with blanks around them: ` | x`, `x  |  y`. */
const BARS = /\|\s{2,}\S|\S\s{2,}\|/
/** Matches a line of only numbers: `0.25  0.26  123`, `$12.00`, `7F BF FB BD`. */
const NUMBERS = /^(?!\(\d{3}\) \d{3}-\d{4}$)[-+$(]?\d[\d\s.,:%$()/+*=-]*[A-F]?$|^[0-9A-F]{2}(?: +[0-9A-F]{2}){2,}/

/** Length to which a line is cut, in UTF-16 code units. */
const MAX_EVIDENCE = 200

/** A pattern. `needs`: bits of signs; a matching text has at least one of them. Checking these bits first is faster. */
interface Evidence {
  readonly pattern: RegExp
  readonly needs: number
}

/** Evidence of code, whatever words are beside it. */
const PROOFS: readonly Evidence[] = [
  { pattern: COMMENT, needs: SIGNS.any },
  { pattern: COMMENT_TAIL, needs: SIGNS.slash | SIGNS.ampersand },
  { pattern: DIRECTIVE, needs: SIGNS.hash },
  { pattern: TAG, needs: SIGNS.angle },
  { pattern: BANNER, needs: SIGNS.star | SIGNS.equals | SIGNS.hash | SIGNS.dash },
  { pattern: ASSIGNMENT, needs: SIGNS.equals },
  { pattern: CALL, needs: SIGNS.parenthesis },
  { pattern: PROMPT, needs: SIGNS.angle },
  { pattern: C_CONTROL, needs: SIGNS.any },
  { pattern: C_DECLARATION, needs: SIGNS.any },
]
/** Evidence of code in lines with few words of sentences. */
const SIGNS_OF_CODE: readonly Evidence[] = [
  { pattern: CODE_END, needs: SIGNS.statement | SIGNS.backslash | SIGNS.underscore },
  { pattern: PATH, needs: SIGNS.any },
  { pattern: MEMBER, needs: SIGNS.dot | SIGNS.underscore },
  { pattern: BASIC_BLOCK, needs: SIGNS.any },
  { pattern: BASIC_BLOCK_END, needs: SIGNS.any },
  { pattern: BASIC_DECLARATION, needs: SIGNS.any },
  { pattern: BASIC_ACTION, needs: SIGNS.any },
  { pattern: BASIC_FILE, needs: SIGNS.any },
]
/** Evidence of code in lines with at most one such word. */
const HINTS: readonly Evidence[] = [
  { pattern: ASSEMBLER_DIRECTIVE, needs: SIGNS.any },
  { pattern: INI_SECTION, needs: SIGNS.any },
  { pattern: OPERATOR, needs: SIGNS.equals | SIGNS.angle | SIGNS.colon | SIGNS.ampersand | SIGNS.bar },
  { pattern: SWITCH, needs: SIGNS.slash | SIGNS.dash },
  {
    pattern: COMMAND,
    needs: SIGNS.backslash | SIGNS.colon | SIGNS.slash | SIGNS.equals | SIGNS.star | SIGNS.angle | SIGNS.dot,
  },
  { pattern: SHORT_COMMAND, needs: SIGNS.any },
  { pattern: ASSEMBLER, needs: SIGNS.any },
]
/** Evidence of columns. */
const COLUMNS: readonly Evidence[] = [
  { pattern: GAP, needs: SIGNS.gap | SIGNS.tab },
  { pattern: BARS, needs: SIGNS.bar },
  { pattern: LEADERS, needs: SIGNS.dot },
  { pattern: NUMBERS, needs: SIGNS.any },
  { pattern: TIMESTAMP, needs: SIGNS.colon },
]

/** Returns the kind of a line. `content`: its text without white space at the ends. */
export function lineKind(content: string): LineKind {
  const text = content.length > MAX_EVIDENCE ? content.slice(0, MAX_EVIDENCE) : content
  const signs = signsOf(text)
  const prose = countProseWords(text)
  if (isCode(text, signs, prose)) return 'code'
  if (shows(COLUMNS, text, signs)) return 'columns'
  return prose >= 2 ? 'prose' : 'plain'
}

function shows(evidence: readonly Evidence[], text: string, signs: number): boolean {
  for (const { pattern, needs } of evidence) if ((signs & needs) !== 0 && pattern.test(text)) return true
  return false
}

function isCode(text: string, signs: number, prose: number): boolean {
  const first = firstWord(text)
  if (CODE_WORDS.has(first) && (prose < 3 || first !== first.toLowerCase())) return true
  if (isNumberedStatement(text) || shows(PROOFS, text, signs)) return true
  if (prose >= 3) return false
  if (shows(SIGNS_OF_CODE, text, signs)) return true
  return prose < 2 && shows(HINTS, text, signs)
}

const FIRST_WORD = /^[#A-Za-z]\w*/

function firstWord(text: string): string {
  return FIRST_WORD.exec(text)?.[0] ?? ''
}

/** Returns true for a statement after a line number. */
function isNumberedStatement(text: string): boolean {
  const match = NUMBERED_STATEMENT.exec(text)
  return match !== null && (match[1] === undefined || match[1] === 'ON' || CODE_WORDS.has(match[1]))
}

/** Matches letters, and the marks between words: `S E R V P A C K`, `pcmail and install`. */
const WORDS = /^["'(]?[A-Z0-9][\w"'().,:!?# -]*$/
/** Matches `http://`, `www.`, `name@host`. */
const ADDRESS = /^\(?(?:\w+:\/\/|www\.|\S[^\s@]*@\S+$)/

/** Returns true if a single line, set off, is something to type or code, and not a message or a name. */
export function isCommandLike(text: string): boolean {
  if (text.length > MAX_EVIDENCE) return false
  return countProseWords(text) < 2 && !WORDS.test(text) && !ADDRESS.test(text) && !/[.?!]["')]*$/.test(text)
}

/** Returns true for a line that begins with an address, with or without a bracket: `(http://...)`. */
export function isAddress(text: string): boolean {
  return ADDRESS.test(text)
}

/** Returns true for a line with a prompt, as copied from a terminal: `C:\>dir`. */
export function isPrompt(text: string): boolean {
  return PROMPT.test(text)
}

/** Returns true for a line that is markup from its first tag to its last: `<TITLE>Clock</TITLE>`. */
export function isMarkup(text: string): boolean {
  return text.startsWith('<') && text.endsWith('>') && text.includes('</')
}

/** Returns true for a line that begins like a path of files or of the registry. */
export function isPath(text: string): boolean {
  return PATH.test(text)
}

/** Counts words of sentences, up to three, since more make no difference. */
function countProseWords(text: string): number {
  let count = 0
  PROSE_WORD.lastIndex = 0
  while (count < 3 && PROSE_WORD.test(text)) count++
  return count
}
