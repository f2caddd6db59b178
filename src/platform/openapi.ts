export { type Api, type ApiEnv, callApi, createApi, readForApi, sealApi } from './openapi/create-api.ts'
export { type CursorKey, idAfter, readCursor, toPage, writeCursor } from './openapi/cursor.ts'
export { type ApiDescription, describeApi, listOperations } from './openapi/document.ts'
export { type ReadInput, type ReadOperation, type WriteInput, type WriteOperation, addRead, addWrite } from './openapi/operations.ts'
export { problemResponse, problemShape, refusalResponse } from './openapi/problems.ts'
export {
  type MoneyJson,
  countryShape,
  idParam,
  idShape,
  instantShape,
  largestPage,
  localDateShape,
  localizedShape,
  localizedToJson,
  localizedUpTo,
  moneyOfJson,
  moneyShape,
  moneyToJson,
  pageOf,
  pageQuery,
  versionShape,
} from './openapi/shapes.ts'
