/** One number of a period, with how it is counted and from where. */
export type Told = { name: string; shown: string; unit: string; how: string }

export const ToldList = ({ label, rows }: { label: string; rows: readonly Told[] }) => (
  <dl className="totals" aria-label={label}>
    {rows.map(({ name, unit, how, shown }) => (
      <div className="total" key={name}>
        <dt>{name}</dt>
        <dd className="total-number figure">
          {shown}
          <span className="total-unit">{shown === '—' ? '' : unit}</span>
        </dd>
        <dd className="soft total-how">{how}</dd>
      </div>
    ))}
  </dl>
)
