import { boot } from '../boot'
import { listeners, refusal, settle } from './settle'

type Status = { isConnected: boolean; networkType: 'wifi' | 'none' }

const changes = listeners<Status>()
let online = boot.online

export const isOnline = (): boolean => online

export function setOnline(value: boolean): void {
  if (online === value) return
  online = value
  changes.emit(status())
}

export const networkApi = {
  getNetworkType: (options?: object) => settle('getNetworkType', options, () => status()),
  onNetworkStatusChange: changes.on,
  offNetworkStatusChange: changes.off,
  request: unlisted('request'),
  downloadFile: unlisted('downloadFile'),
  uploadFile: unlisted('uploadFile'),
  connectSocket: unlisted('connectSocket'),
}

function status(): Status {
  return { isConnected: online, networkType: online ? 'wifi' : 'none' }
}

/** No domain is on this mini-program's list: everything it sends goes through cloud functions. */
function unlisted(name: string) {
  return (options?: object) =>
    settle(name, options, () => {
      throw refusal(`${name}:fail url not in domain list`)
    })
}
