import cloud from 'wx-server-sdk'

/** The part of WeChat's own interface that we call. */
export type Openapi = {
  subscribeMessage: {
    send(message: {
      touser: string
      templateId: string
      page: string
      lang: 'zh_CN'
      data: Record<string, { value: string }>
    }): Promise<unknown>
  }
}

/** The part of the SDK's database we use; its own types leave most of it `any`. */
export type SdkCollection = {
  doc(id: string): SdkDocument
  where(query: object): SdkQuery
  add(options: { data: object | object[] }): Promise<{ _id?: string; _ids?: string[] }>
}
export type SdkDocument = {
  get(): Promise<{ data: Record<string, unknown> | null | undefined }>
  set(options: { data: object }): Promise<unknown>
  remove(): Promise<{ stats: { removed: number } }>
}
export type SdkQuery = {
  orderBy(field: string, direction: 'asc' | 'desc'): SdkQuery
  limit(most: number): SdkQuery
  get(): Promise<{ data: Record<string, unknown>[] }>
  count(): Promise<{ total: number }>
  update(options: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}
export type SdkTransaction = {
  collection(name: string): Pick<SdkCollection, 'doc' | 'add'>
  commit(): Promise<unknown>
  rollback(): Promise<unknown>
}
type Condition = { and(other: Condition): Condition }
export type SdkCommand = Record<'gt' | 'gte' | 'lt' | 'lte' | 'neq' | 'eq', (value: unknown) => Condition> & {
  in(values: readonly unknown[]): Condition
  or(conditions: object[]): object
  set(value: unknown): object
  remove(): object
  inc(amount: number): object
  push(values: unknown[]): object
  pull(value: unknown): object
}
export type SdkDatabase = {
  collection(name: string): SdkCollection
  startTransaction(): Promise<SdkTransaction>
  command: SdkCommand
}
export type SdkStorage = {
  uploadFile(options: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer }>
  deleteFile(options: {
    fileList: string[]
  }): Promise<{ fileList: { fileID: string; status: number; errMsg?: string }[] }>
  getTempFileURL(options: { fileList: { fileID: string; maxAge: number }[] }): Promise<{
    fileList: { fileID: string; status: number; tempFileURL: string; errMsg?: string }[]
  }>
}

// The SDK's own types leave its symbol out of `env`.
cloud.init({ env: (cloud as unknown as { DYNAMIC_CURRENT_ENV: string }).DYNAMIC_CURRENT_ENV })

/** A missing document is an answer, not an exception. */
export const sdkDatabase = () =>
  (cloud as unknown as { database(options: object): SdkDatabase }).database({ throwOnNotFound: false })

export const sdkStorage = cloud as unknown as SdkStorage

/** The SDK makes up its names as they are asked for; its own types leave them `any`. */
export const sdkOpenapi = () => (cloud as unknown as { openapi: Openapi }).openapi

/** What the SDK reads from `process.env`: on a warm instance it can be the caller before this one. */
export const ambientOpenid = (): string => {
  const { OPENID } = cloud.getWXContext() as { OPENID?: string | number }
  // An id that is all digits is made a number by the SDK, and loses its last ones.
  return typeof OPENID === 'number' ? (process.env.WX_OPENID ?? '') : (OPENID ?? '')
}
