/**
 * Synonyms, for somebody with a problem: `freezes` where an article says "stops responding". Ranking counts them for
 * less than the word itself. They do not change which articles are found, nor Lunr's score.
 *
 * The groups were read off the archive: from the query words that authors added to titles, and from its names of
 * products. Groups that would change little are left out, since the postings of each word have to be loaded.
 */
import { indexTerms } from './analysis.js'

/** Words of one meaning. After `|` come phrases that stand for them; an article must have all words of a phrase. */
const GROUPS: readonly string[] = [
  'hang hung freeze frozen lockup locks stuck | stops responding',
  'crash gpf ipf fault bomb | access violation | general protection',
  'garbled garbage scrambled distorted corrupted damaged',
  'missing lost gone vanished disappears',
  'blank empty black',
  'grayed greyed dimmed unavailable disabled',
  'wrong incorrect invalid bad',
  'truncated cut',
  'slow sluggish performance crawls',
  'duplicate twice double multiple',
  'delete remove erase',
  'uninstall remove',
  'install setup',
  'start launch run',
  'boot startup',
  'reboot restart',
  'quit exit close',
  'show display appear',
  'find search locate',
  'change modify edit',
  'shrink reduce',
  'import convert migrate',
  'update upgrade patch hotfix',
  'limit maximum largest max',
  'example sample demo',
  'typo errata corrections typographical',
  'picture image graphic bitmap',
  'movie video avi clip',
  'sound audio',
  'color colour',
  'gray grey',
  'dialog dialogue',
  'screen display monitor',
  'diskette floppy disk',
  'cd cdrom disc',
  'ram memory',
  'folder directory dir',
  'program application app software',
  'computer machine pc workstation',
  'card adapter nic',
  'network lan',
  'modem dialup dun',
  'printer print',
  'password pwd',
  'logon login',
  'email mail message',
  'switch parameter option',
  'simulator sim',
  'synchronization sync dirsync',
  'admin administrator',
  'config configuration configure',
  'doc document documentation docerr',
  'msg message',
  'db database mdb',
  'registry regedit',
  'library lib',
  'utility util',
  'macintosh mac',
  'workgroup wfw wfwg',
  'powerpoint ppt',
  'sourcesafe vss',
  'foxpro vfp',
  'quickbasic qb',
  'quickc qc',
  'truetype ttf',
  'win95 | 95',
  'win98 | 98',
  'win2000 win2k w2k | 2000',
  'nt4 | nt 4.0',
  'ie | internet explorer',
  'vb | visual basic',
  'bdc | backup domain controller',
  'pdc | primary domain controller',
  'ras | remote access',
  'owa | outlook web access',
  'oof | out of office',
  'ndr | delivery report',
  'winfile | file manager',
  'perfmon | performance monitor',
  'netmon | network monitor',
  'bluescreen | blue screen',
  'listbox | list box',
  'combobox | combo box',
  'tcpip | tcp ip',
]

/** Terms that together may stand for a term of the index: an article must have all of them. */
export type Stand = readonly string[]

/** The terms with the same meaning, in the order of the groups. */
export function synonymsOf(term: string): readonly Stand[] {
  return cachedSynonyms().get(term) ?? []
}

const CACHE = new Map<string, readonly Stand[]>()

/** Synonyms by term, made at the first use, since all of them have to be stemmed. */
function cachedSynonyms(): ReadonlyMap<string, readonly Stand[]> {
  if (CACHE.size > 0) return CACHE
  for (const group of GROUPS) {
    const [words = '', ...phrases] = group.split('|')
    const terms = termsOf(words)
    const stands = [...terms.map((term) => [term]), ...phrases.map(termsOf)]
    for (const term of terms) {
      const known = CACHE.get(term) ?? []
      const isNew = (stand: Stand) => !known.some((other) => other.join(' ') === stand.join(' '))
      CACHE.set(term, [...known, ...stands.filter((stand) => stand.join(' ') !== term && isNew(stand))])
    }
  }
  return CACHE
}

function termsOf(words: string): Stand {
  return words.trim().split(' ').flatMap(indexTerms)
}
