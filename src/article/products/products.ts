/**
 * The 44 product codes of the raw form and their names, one to one. The Markdown form dropped the code; this restores
 * it.
 *
 *     DOCUMENT:Q214864  11-JUN-2002  [winnt]
 *     PRODUCT :Microsoft Windows NT
 *
 * A code is a filing label, not the subject: `word97` has general Office articles, too.
 */

/** Names by code, as the corpus spells them, including `Miscrosoft` and `DELETE ME` (Q81446). */
export const PRODUCTS: ReadonlyMap<string, string> = new Map([
  ['accother', 'Microsoft Access Distribution Kit'],
  ['automap', 'Microsoft Automap'],
  ['crossnet', 'Windows for Workgroups and Windows NT Networking Issues'],
  ['dosword', 'DELETE ME'],
  ['exchange', 'Microsoft Exchange'],
  ['fortran', 'Microsoft Fortran Compiler'],
  ['foxmisc', 'Microsoft Fox Miscellaneous Products'],
  ['foxpro', 'Microsoft FoxPro'],
  ['frontpg', 'Word Front Page'],
  ['homegame', 'Microsoft Home Games'],
  ['homekids', 'Microsoft Home Kids Products'],
  ['homemisc', 'Microsoft Home Miscellaneous Products'],
  ['homemm', 'Microsoft Home Multimedia Titles'],
  ['iis', 'Internet Information Server'],
  ['lanman', 'Microsoft LAN Manager'],
  ['macmail', 'Microsoft Mail For Appletalk Networks'],
  ['macsys', 'Microsoft Tips for the Macintosh System'],
  ['masm', 'Microsoft Macro Assembler'],
  ['mastering', 'Microsoft Mastering Series'],
  ['miscsdk', 'Miscellaneous Software Development Kits'],
  ['msdn', 'Microsoft Developer Network'],
  ['msdos', 'Microsoft Disk Operating System'],
  ['msj', 'Miscrosoft Systems Journal'],
  ['msnetwork', 'The Microsoft Network'],
  ['mspress', 'Microsoft Press'],
  ['odbc', 'Open Database Connectivity (ODBC)'],
  ['pcmail', 'Microsoft Mail For PC Networks'],
  ['powerpt', 'Microsoft PowerPoint for Windows'],
  ['schedplus', 'Microsoft Schedule+ for Windows'],
  ['sms', 'Microsoft Systems Management Server'],
  ['sna', 'Microsoft SNA Server'],
  ['ssafe', 'Microsoft SourceSafe'],
  ['techinfo', 'Microsoft Product Support Information'],
  ['utilities', 'Microsoft Programming Utilities'],
  ['vbwin', 'Microsoft Visual Basic for Windows'],
  ['visualc', 'Microsoft C Compiler'],
  ['win16ddk', 'Microsoft Windows Device Driver Kit'],
  ['win16sdk', 'Microsoft Windows Software Development Kit'],
  ['win3x', 'Microsoft Windows 3.x Retail Product'],
  ['win95x', 'Microsoft Windows 95.x Retail Product'],
  ['winmisc', 'Miscellaneous Windows Products'],
  ['winnt', 'Microsoft Windows NT'],
  ['winprint', 'Microsoft Windows Printing Issues'],
  ['word97', 'Word 97 for Windows'],
])

const CODES: ReadonlyMap<string, string> = new Map([...PRODUCTS].map(([code, name]) => [name, code]))

/** Returns the code of a product's name; `null`: the format has no such name. */
export function productCodeOf(name: string): string | null {
  return CODES.get(name) ?? null
}
