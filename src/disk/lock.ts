/**
 * Lock files: one build at a time in a folder, one archive at a time under a name. The file names the process that
 * holds the lock. A lock whose process no longer runs is taken over.
 */
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { KbError } from '../kb-error.js'
import { pause } from './retry.js'
import { toWriteError } from './write-file.js'

interface Holder {
  readonly pid: number
  readonly host: string
  /** Start time of the process, as the kernel counts it, because process ids are reused. `''` if unknown. */
  readonly processStart: string
  readonly since: string
}

/** Takes the lock at `path`; returns the function that releases it. Throws a `KbError` if another process holds it. */
export function takeLock(path: string): () => void {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (tryLock(path)) return () => rmSync(path, { force: true })
    const holder = readHolder(path)
    if (holder !== null && isAlive(holder)) throw heldBy(holder, path)
    // An unreadable lock may be in the middle of being written.
    if (holder === null && attempt < PATIENT_ATTEMPTS) pause(PAUSE_MS)
    else removeStale(path)
  }
  throw new KbError('locked', 'Cannot take the lock: others take it at the same time', {
    where: path,
    hint: 'Try again.',
  })
}

const ATTEMPTS = 8
const PATIENT_ATTEMPTS = 4
const PAUSE_MS = 50

function tryLock(path: string): boolean {
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    processStart: startOf(process.pid),
    since: new Date().toISOString(),
  }
  try {
    const file = openSync(path, 'wx')
    writeSync(file, JSON.stringify(holder))
    closeSync(file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw toWriteError(path, error)
  }
}

/** Reads a lock file; null if it is gone, half written or damaged. */
function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/**
 * Reports whether the process still runs. A process on another machine counts as running, because that cannot be
 * checked.
 */
function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return startOf(holder.pid) === holder.processStart
}

/**
 * Start time of a process; `''` if unknown. It is the 20th field after the name of the program, which is in brackets,
 * of `/proc/PID/stat`, in clock ticks since the machine was started.
 */
function startOf(pid: number): string {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

/** Removes a stale lock. Renames it first: if two processes find it, only one can rename it. */
function removeStale(path: string): void {
  const aside = `${path}.${process.pid}.stale`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  rmSync(aside, { force: true })
}

function heldBy(holder: Holder, path: string): KbError {
  return new KbError(
    'locked',
    `Another run of kb is at work here: process ${holder.pid} on ${holder.host}, since ${holder.since}`,
    {
      where: path,
      hint: 'Wait for it, or write elsewhere with `--out`. If that process is gone, delete this file.',
    },
  )
}
