/**
 * The values of the version facet, grouped by product: for the links between the list of a product and its versions'.
 */
import type { FacetValue } from '../../render/view.js'

/** Maps products to versions and back: `windows-nt/4.0` belongs to `windows-nt`. */
export class ProductFamilies {
  readonly #products: ReadonlyMap<string, FacetValue>
  readonly #versions = new Map<string, FacetValue[]>()

  constructor(products: readonly FacetValue[], versions: readonly FacetValue[]) {
    this.#products = new Map(products.map((value) => [value.label, value]))
    for (const value of [...versions].sort(byVersion)) {
      const product = productIdOf(value)
      const own = this.#versions.get(product)
      if (own === undefined) this.#versions.set(product, [value])
      else own.push(value)
    }
  }

  versionsOf({ label }: FacetValue): readonly FacetValue[] {
    return this.#versions.get(label) ?? []
  }

  productOf(version: FacetValue): FacetValue | null {
    return this.#products.get(productIdOf(version)) ?? null
  }
}

function productIdOf({ label }: FacetValue): string {
  return label.slice(0, label.indexOf('/'))
}

/** Sorts versions as numbers: `4.0` before `10.0`. */
export function byVersion(a: FacetValue, b: FacetValue): number {
  return NATURAL.compare(a.label, b.label)
}

const NATURAL = new Intl.Collator('en-US', { numeric: true })
