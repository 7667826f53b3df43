/** Dates as numbers: `2002-06-11` is 20020611; 0 stands for no date. */

export function toDateNumber(iso: string | null): number {
  return iso === null ? 0 : Number(iso.replaceAll('-', ''))
}

/** 20020611 -> `2002-06-11`. The number must not be 0. */
export function toIsoDate(date: number): string {
  const text = String(date).padStart(8, '0')
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
}
