/** What a list holds. */
export type Item<List> = List extends readonly (infer One)[] ? One : never;

export type IdOf<Row> = Row extends { readonly id: infer Id extends string } ? Id : never;

type TableIds<T> =
  | IdOf<T>
  | (T extends { readonly cases: infer Cases } ? IdOf<Item<Cases>> : never)
  | (T extends { readonly otherwise: infer Otherwise } ? IdOf<Otherwise> : never);

/** The ids of every case, `otherwise` and expression in the tables of some editions. */
export type RowId<Editions> =
  Item<Editions> extends { readonly tables: infer Tables } ? TableIds<Item<Tables>> : never;
