import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'

/** A month of Shanghai time, `2026-11`: one step back or forth, or chosen; never one that has not begun. */
export const MonthField = ({
  month,
  thisMonth,
  onGo,
}: {
  month: string
  thisMonth: string
  onGo: (to: string) => void
}) => {
  const shift = (by: number) => onGo(dayjs(`${month}-01`).add(by, 'month').format('YYYY-MM'))
  return (
    <>
      <Button onClick={() => shift(-1)}>上月</Button>
      <DatePicker
        picker="month"
        aria-label="月份"
        allowClear={false}
        value={dayjs(`${month}-01`)}
        format="YYYY 年 M 月"
        disabledDate={(day) => day.format('YYYY-MM') > thisMonth}
        onChange={(day) => day && onGo(day.format('YYYY-MM'))}
      />
      <Button disabled={month >= thisMonth} onClick={() => shift(1)}>
        下月
      </Button>
    </>
  )
}
