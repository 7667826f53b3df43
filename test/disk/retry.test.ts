/** Files that another program holds are tried again for some seconds, and all other errors come back at once. */
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { retryWhileHeld } from '../../src/disk/retry.js'

const retry = suite('retryWhileHeld')

/** An action that fails so often with a code, and a patience that counts the milliseconds it would wait. */
function makeTrial({ code, failures, isPatient = true }: { code: string; failures: number; isPatient?: boolean }) {
  const trial = { calls: 0, waited: 0 }
  const action = () => {
    trial.calls++
    if (trial.calls <= failures) throw Object.assign(new Error(code), { code })
    return 'done'
  }
  const patience = {
    isPatient,
    pause: (milliseconds: number) => {
      trial.waited += milliseconds
    },
  }
  return { trial, run: () => retryWhileHeld(action, patience) }
}

retry('does it again until the file is let go', () => {
  for (const code of ['EPERM', 'EACCES', 'EBUSY']) {
    const { trial, run } = makeTrial({ code, failures: 3 })
    assert.is(run(), 'done')
    assert.is(trial.calls, 4)
  }
})

retry('gives up after some seconds with the error of the system', () => {
  const { trial, run } = makeTrial({ code: 'EBUSY', failures: Number.POSITIVE_INFINITY })
  assert.throws(run, /EBUSY/)
  assert.ok(trial.waited >= 3_000 && trial.waited <= 10_000, String(trial.waited))
})

retry('waits for no other error, and nowhere that open files can be renamed', () => {
  for (const given of [
    { code: 'ENOENT', failures: 1 },
    { code: 'EPERM', failures: 1, isPatient: false },
  ]) {
    const { trial, run } = makeTrial(given)
    assert.throws(run, new RegExp(given.code))
    assert.equal(trial, { calls: 1, waited: 0 })
  }
})

retry.run()
