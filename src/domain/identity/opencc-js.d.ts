/** The tables of OpenCC as text: `from to|from to|…`. The package declares types for its converters only. */
declare module 'opencc-js/dict/*' {
  const table: string;
  export default table;
}
