/** The name in the browser's tab, after that of the page. A proper noun: the same in every language. */
export const productName = 'Escale'
