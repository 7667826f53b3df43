/**
 * Words that begin with a minus but exclude nothing: switches of commands, and negative numbers.
 *
 *     isinteg -pri -fix    eseutil -p    ftp -s:script.txt    error -5    -1018    -Q1      searched for
 *     exchange -outlook    -"blue screen"                                                  excluded
 *
 * To exclude such a short word, a reader puts it into quotes: `-"nt"`.
 */

/**
 * A number, one or two letters, or a letter with its number: `-1018`, `-p`, `-nt`, `-Q1`. Or one or two letters with a
 * value: `-s:script.txt`, `-t=5`.
 */
const SHORT = /^-(?:\d+|\p{L}{1,2}|\p{L}\d+)(?=[-^~]|$)|^-\p{L}{1,2}[:=]/u

/** Longer switches that articles print after a command. Hardly anybody excludes them as words. */
const SWITCHES = new Set(
  'fix patch pri pub fixquorum noquorumlogging resetquorumlog nopnp nosidgen verify verbose alltests'.split(' '),
)

/** Commands whose switches begin with a minus. A minus after one of them, or after its switches, begins a switch. */
const COMMANDS = new Set(
  [
    'isinteg eseutil edbutil mtacheck bpa dsdiag schdist esefile ntdsutil repadmin netdiag dcdiag nltest setspn',
    'chkdsk convert regsvr32 regsvr rundll32 sysprep ezsetup cluster clussvc clusrest',
    'ftp tftp ping tracert pathping nbtstat netstat route arp telnet rsh rcp rexec lpr lpq finger nslookup',
    'isql osql bcp sqlservr sqlmaint dtsrun cl link link32 lib nmake masm rc midl mibcc editbin dumpbin javac java jview',
    'signcode makecert windbg ntsd cdb kd i386kd dumpexam dumpchk drwtsn32 userdump awk grep ls tar cpio',
  ]
    .join(' ')
    .split(' '),
)

const EXTENSION = /\.(?:exe|com|cmd|bat)$/i

/** True for a command after which a minus begins a switch: `isinteg`, `Eseutil.exe`. */
export function isCommand(word: string): boolean {
  return COMMANDS.has(word.replace(EXTENSION, '').toLowerCase())
}

/** True if a word with a minus before it is a switch. `afterCommand`: only switches are between it and a command. */
export function isSwitch(word: string, afterCommand: boolean): boolean {
  if (SHORT.test(word)) return true
  const name = LONG.exec(word)?.[1]
  return name !== undefined && (afterCommand || SWITCHES.has(name.toLowerCase()))
}

/** `-fix`, and the beginning of `-fix-it`. */
const LONG = /^-(\p{L}[\p{L}\p{N}]*)(?=[-^~]|$)/u
