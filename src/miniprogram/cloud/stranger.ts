import { deviceKey } from './device-key'

/** A browser without a key has nothing stored anywhere, and looking is no reason to be given one. */
export const isStranger = () => process.env.TARO_ENV !== 'weapp' && deviceKey.read() === null
