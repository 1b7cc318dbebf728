// miniprogram-ci asks WeChat's servers for lists it has a copy of; without an answer it goes on at once.
const dns = require('node:dns')

dns.lookup = (hostname, options, callback) => {
  const done = typeof options === 'function' ? options : callback
  const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND', hostname })
  process.nextTick(done, error)
}
