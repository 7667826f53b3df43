/**
 * The meanings of keywords: words with a documented meaning, and names that consist of a product, a version and an
 * ending.
 *
 *     kberrmsg -> Error messages        kbWinNT400sp5fix -> Windows NT 4.0 SP5: fixed
 *     kbVBp600 -> Visual Basic 6.0      kbExchangeSearch -> Exchange, any version
 *
 * A keyword whose meaning would be a guess has none here.
 */
import { isProductKeyword } from '../../article/products/article-products.js'

/** Whole words, in lower case, without `kb`. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['3rdparty', 'Third-party products'],
  ['16bitonly', '16-bit only'],
  ['activex', 'ActiveX'],
  ['api', 'Programming interfaces'],
  ['appcompatibility', 'Application compatibility'],
  ['atl', 'Active Template Library'],
  ['auddeveloper', 'For developers'],
  ['audenduser', 'For users'],
  ['auditpro', 'For administrators'],
  ['automation', 'Automation'],
  ['bug', 'Bug'],
  ['buglist', 'Listed as a bug'],
  ['code', 'Sample code'],
  ['codesnippet', 'Code snippet'],
  ['compiler', 'Compiler'],
  ['conversion', 'Conversion'],
  ['crt', 'C run-time library'],
  ['ctrl', 'Controls'],
  ['database', 'Databases'],
  ['debug', 'Debugging'],
  ['dialup', 'Dial-up networking'],
  ['display', 'Display'],
  ['dll', 'Dynamic-link libraries'],
  ['docerr', 'Documentation error'],
  ['docfix', 'Documentation corrected'],
  ['driver', 'Drivers'],
  ['dsupport', 'Developer support'],
  ['env', 'Environment and settings'],
  ['errmsg', 'Error messages'],
  ['faq', 'Frequently asked questions'],
  ['file', 'File to download'],
  ['fix', 'Fixed'],
  ['fixlist', 'Listed as fixed'],
  ['graphic', 'Graphics'],
  ['hardware', 'Hardware'],
  ['howto', 'How-to article'],
  ['howtomaster', 'How-to article'],
  ['hw', 'Hardware'],
  ['hwmac', 'Macintosh hardware'],
  ['ide', 'Development environment'],
  ['info', 'Informational article'],
  ['internet', 'Internet'],
  ['interop', 'Interoperability'],
  ['mfc', 'Microsoft Foundation Classes'],
  ['mm', 'Multimedia'],
  ['network', 'Networking'],
  ['nofix', 'Not to be fixed'],
  ['nokeyword', 'No keyword'],
  ['odbc', 'Open Database Connectivity'],
  ['ole', 'Object linking and embedding'],
  ['oledb', 'OLE DB'],
  ['osmac', 'Mac OS'],
  ['other', 'Other'],
  ['pending', 'Fix pending'],
  ['prb', 'Problem'],
  ['prg', 'Programming'],
  ['print', 'Printing'],
  ['printing', 'Printing'],
  ['programming', 'Programming'],
  ['readme', 'Readme file'],
  ['ref', 'Reference'],
  ['registry', 'Registry'],
  ['sample', 'Sample'],
  ['security', 'Security'],
  ['servicepack', 'Service packs'],
  ['setup', 'Setup'],
  ['sound', 'Sound'],
  ['sql', 'SQL'],
  ['tool', 'Tools'],
  ['tshoot', 'Troubleshooting'],
  ['ui', 'User interface'],
  ['upgrade', 'Upgrading'],
  ['usage', 'Usage'],
  ['winsock', 'Windows Sockets'],
  ['wizard', 'Wizards'],
  ['year2000', 'Year 2000'],
])

/** Product names that versions are appended to, in lower case. */
const PRODUCTS: ReadonlyMap<string, string> = new Map([
  ['access', 'Access'],
  ['ado', 'ActiveX Data Objects'],
  ['encarta', 'Encarta'],
  ['exc', 'Exchange'],
  ['exchange', 'Exchange'],
  ['exchangeclient', 'Exchange Client'],
  ['flightsim', 'Flight Simulator'],
  ['fortran', 'Fortran'],
  ['foxpro', 'FoxPro'],
  ['frontpage', 'FrontPage'],
  ['his', 'Host Integration Server'],
  ['hostintegserv', 'Host Integration Server'],
  ['iis', 'Internet Information Server'],
  ['mail', 'Mail'],
  ['masm', 'Macro Assembler'],
  ['mdac', 'Data Access Components'],
  ['msdos', 'MS-DOS'],
  ['msn', 'MSN'],
  ['mspress', 'Microsoft Press'],
  ['nttermserv', 'Windows NT Terminal Server'],
  ['odbc', 'ODBC'],
  ['office', 'Office'],
  ['oswin', 'runs on Windows'],
  ['oswinnt', 'runs on Windows NT'],
  ['outlook', 'Outlook'],
  ['powerpt', 'PowerPoint'],
  ['sms', 'Systems Management Server'],
  ['sna', 'SNA Server'],
  ['snaserv', 'SNA Server'],
  ['sqlserv', 'SQL Server'],
  ['ssafe', 'Visual SourceSafe'],
  ['vb', 'Visual Basic'],
  ['vba', 'Visual Basic for Applications'],
  ['vbp', 'Visual Basic'],
  ['vc', 'Visual C++'],
  ['vfp', 'Visual FoxPro'],
  ['vs', 'Visual Studio'],
  ['wfw', 'Windows for Workgroups'],
  ['win', 'Windows'],
  ['winnt', 'Windows NT'],
  ['winnts', 'Windows NT Server'],
  ['winntsent', 'Windows NT Server, Enterprise Edition'],
  ['winntw', 'Windows NT Workstation'],
  ['winsdk', 'Windows SDK'],
  ['word', 'Word'],
])

/** Editions written after the year: `win2000Serv`. */
const EDITIONS: ReadonlyMap<string, string> = new Map([
  ['pro', ' Professional'],
  ['serv', ' Server'],
  ['advserv', ' Advanced Server'],
])

const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['fix', ': fixed'],
  ['bug', ': bug'],
  ['search', ', any version'],
])

/**
 * `kb`, name, version, letter, edition, `pre`, service pack, ending: `kbWinNT400sp5fix`, `kbwin2000ServSearch`,
 * `kbvfp300b`.
 */
const BUILT_NAME = /^(?:kb)?([a-z]+?)(\d{1,4})?([ab])?(pro|serv|advserv)?(pre)?(sp\d[a-z]?)?(fix|bug|search)?$/

/** Reports whether a keyword has any meaning; others get no list. */
export function isTelling(keyword: string): boolean {
  return !keyword.toLowerCase().startsWith('kbznotkeyword')
}

/**
 * Reports whether a word of a technology field gets a list. Words for products and versions do not: their lists are by
 * product.
 */
export function isTellingTechnology(word: string): boolean {
  return isTelling(word) && !isProductKeyword(word)
}

/** The meaning of a keyword, or `null` if it is not known. */
export function keywordMeaning(keyword: string): string | null {
  const word = keyword.toLowerCase()
  if (!isTelling(word)) return 'A mark without meaning'
  const meaning = WORDS.get(word.replace(/^kb/, ''))
  if (meaning !== undefined) return meaning
  const [, name = '', version = '', letter = '', edition = '', pre, pack, ending = ''] = BUILT_NAME.exec(word) ?? []
  const product = PRODUCTS.get(name)
  if (product === undefined || (version === '' && ending === '')) return null
  const servicePack = pack === undefined ? '' : ` ${pre === undefined ? '' : 'before '}${pack.toUpperCase()}`
  return `${product}${toVersion(version)}${letter}${EDITIONS.get(edition) ?? ''}${servicePack}${ENDINGS.get(ending) ?? ''}`
}

/** Two digits that are a year; other pairs of digits are a version: `exc55`. */
const SHORT_YEARS: ReadonlySet<string> = new Set(['95', '96', '97', '98'])

/** `400` -> ` 4.0`, `351` -> ` 3.51`, `55` -> ` 5.5`, `95` -> ` 95`, `2000` -> ` 2000`. */
function toVersion(digits: string): string {
  const isYear = digits.length === 4 || SHORT_YEARS.has(digits)
  if (digits.length < 2 || isYear) return digits === '' ? '' : ` ${digits}`
  const minor = digits.slice(1)
  return ` ${digits[0]}.${minor.length === 2 && minor.endsWith('0') ? minor[0] : minor}`
}
