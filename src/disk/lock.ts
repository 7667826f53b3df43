/**
 * One build at a time in a folder, one archive at a time under a name: a lock file that says who holds it. A lock whose holder is gone is taken over.
 */
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { KbError } from '../kb-error.js'
import { toWriteError } from './write-file.js'

interface Holder {
  readonly pid: number
  readonly host: string
  /** Of the process, from the kernel: process numbers are used again. Empty where it can't be told. */
  readonly processStart: string
  readonly since: string
}

/** Takes the lock at `path`; the function it returns gives it back. Fails where another process holds it. */
export function takeLock(path: string): () => void {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (tryLock(path)) return () => rmSync(path, { force: true })
    const holder = readHolder(path)
    if (holder !== null && isAlive(holder)) throw heldBy(holder, path)
    // Unreadable: perhaps it is just being written.
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

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

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

/** Null: there is none any more, or it is being written, or it is damaged. */
function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/** A holder on another machine counts as alive: it can't be asked. */
function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return startOf(holder.pid) === holder.processStart
}

/** `/proc/PID/stat` names the program in brackets; the 20th field after it is the start, in ticks since the machine's. */
function startOf(pid: number): string {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

/** Moves the stale lock away first: of two builds that find it, only one can. */
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
