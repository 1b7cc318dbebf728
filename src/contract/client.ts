import type { Contract, Feature, Input, Output, Refusal, Reply } from '.'
import { type FunctionName, functionOf, names } from './routes'

/** What travels. JSON only. */
export type Request = { action: string; data: unknown }

/** Carries a request to the cloud: wx.cloud in the app, HTTP in a browser, a plain call in tests. Never rejects: being cut off is `OFFLINE` or `TIMED_OUT`. */
export type Transport = (name: FunctionName, request: Request) => Promise<Reply<unknown, string>>

export type Api = {
  [F in Feature]: {
    [A in keyof Contract[F]]: (input: Input<F, A>) => Promise<Reply<Output<F, A>, Refusal<F, A>>>
  }
}

export const createApi = (send: Transport): Api =>
  Object.fromEntries(
    Object.entries(names).map(([feature, actions]) => [
      feature,
      Object.fromEntries(
        Object.keys(actions).map((action) => [
          action,
          (data: unknown) => send(functionOf[feature as Feature], { action: `${feature}.${action}`, data }),
        ]),
      ),
    ]),
  ) as unknown as Api
