import { busiest, warmth, weekdays } from './heat'

const hours = Array.from({ length: 24 }, (_, hour) => hour)

type Props = {
  heat: readonly (readonly number[])[]
  period: string
  title: string
  /** What the numbers are, such as 「阅读与播放开始次数」. */
  counted: string
  none: string
}

/** A real table: every number can be read, heard and copied; colour only repeats it. */
export const HeatMap = ({ heat, period, title, counted, none }: Props) => {
  const most = Math.max(1, ...heat.flat())
  const peak = busiest(heat)
  return (
    <section className="panel stack stack-tight" aria-labelledby="heat-title">
      <h2 id="heat-title">{title}</h2>
      <p className="soft">
        {period}，按星期和钟点（北京时间）合计的{counted}。
        {peak ? `最多的是${weekdays[peak.weekday]} ${peak.hour}:00–${peak.hour + 1}:00，${peak.count} 次。` : none}
      </p>
      <table className="heat figure">
        <caption className="only-heard">行是星期，列是钟点，单位是次</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="heat-unit">时</span>
            </th>
            {hours.map((hour) => (
              <th scope="col" key={hour}>
                {hour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((weekday, index) => (
            <tr key={weekday}>
              <th scope="row">{weekday}</th>
              {hours.map((hour) => {
                const count = heat[index]?.[hour] ?? 0
                return (
                  <td key={hour} className={`heat-${warmth(count, most)}`} title={`${weekday} ${hour}:00 ${count} 次`}>
                    {count}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
