/** A month on WeChat's cloud, from the bills that the budget allows and a mix of what people do. Nothing is measured here. */

const sum = (numbers) => numbers.reduce((all, one) => all + one, 0)

/** What one asking costs: a call of the function, its requests to the database, and the time they take. */
function unitOf(bill, { msACall, msBefore, stepMs, memoryGb, kbAnswered }) {
  const ms = Math.ceil((msBefore + bill.calls * msACall) / stepMs) * stepMs
  return {
    requests: 1 + bill.calls,
    documents: 1 + bill.reads + bill.writes,
    gbs: (ms / 1000) * memoryGb,
    kb: kbAnswered,
  }
}

/** Throws for what has no bill: a renamed action must not silently cost nothing. */
function lineOf({ name, aDay, asks, reads = 0, plays = 0 }, bills, assumed) {
  const units = Object.entries(asks).map(([action, times]) => {
    const bill = bills[action]
    if (!bill) throw new Error(`${name}: ${action} has no bill`)
    return { times, ...unitOf(bill, assumed) }
  })
  const month = (of) => sum(units.map((unit) => unit.times * of(unit))) * aDay * assumed.days
  const cdnMb = (reads * assumed.mbARead + plays * assumed.mbAPlay) * aDay * assumed.days
  return {
    name,
    aDay,
    requests: month(({ requests }) => requests),
    documents: month(({ documents }) => documents),
    gbs: month(({ gbs }) => gbs),
    egressGb: month(({ kb }) => kb) / 1024 / 1024,
    cdnGb: cdnMb / 1024,
  }
}

const over = (used, included) => Math.max(0, used - included)

/** Yuan by what it is for; what the package includes is taken off once. */
function yuanOf(used, requests, prices, { days, storageGb }) {
  const { package: included } = prices
  return {
    package: included.yuan,
    requests: (over(requests, included.requests) / 10_000) * prices.requestsPer10000,
    compute: over(used.gbs, included.computeGbs) * prices.computeGbs,
    egress: over(used.egressGb, included.egressGb) * prices.egressGb,
    cdn: over(used.cdnGb, included.cdnGb) * prices.cdnGb,
    storage: over(storageGb, included.storageGb) * prices.storageGbDay * days,
  }
}

export function monthlyCost(bills, { prices, assumed, services, besides }) {
  const lines = [...services, ...besides].map((part) => lineOf(part, bills, assumed))
  const total = (of) => sum(lines.map(of))
  const used = {
    requests: total(({ requests }) => requests),
    documents: total(({ documents }) => documents),
    gbs: total(({ gbs }) => gbs),
    egressGb: total(({ egressGb }) => egressGb),
    cdnGb: total(({ cdnGb }) => cdnGb),
  }
  const yuan = yuanOf(used, used.requests, prices, assumed)
  const byDocuments = yuanOf(used, used.documents, prices, assumed)
  return {
    servicesADay: sum(services.map(({ aDay }) => aDay)),
    lines: lines.map((line) => ({ ...line, yuan: (line.requests / 10_000) * prices.requestsPer10000 })),
    used,
    yuan,
    inAll: sum(Object.values(yuan)),
    inAllByDocuments: sum(Object.values(byDocuments)),
  }
}
