import { View } from '@tarojs/components'
import { textOf } from '../../../../domain/consents/texts'
import { PageShell } from '../../../parts/page-shell'
import { Row, Rows } from '../../../parts/row'
import { go, wayToConsent } from '../../../parts/ways'
import { askedPurposes } from '../../../phone/asked'
import { stateWords, toShow } from '../../parts/consent-row'
import { Paper, Quiet } from '../../parts/paper'
import { Told } from '../../parts/told'
import { useConsents } from '../../parts/use-consents'

export default function Consents() {
  const { own, retry } = useConsents()
  return (
    <PageShell title="我同意过的">
      <Told own={own} onRetry={retry}>
        {({ rows }) => (
          <View>
            <Paper>
              <Quiet>同意都是一项一项分开问的，同意了一项不等于同意别的。您随时可以撤回，不用说理由。</Quiet>
            </Paper>
            <Rows>
              {toShow(rows, askedPurposes()).map((row) => (
                <Row
                  key={row.purpose}
                  name={textOf(row.purpose).title}
                  state={stateWords(row)}
                  onTap={() => go(wayToConsent(row.purpose))}
                />
              ))}
            </Rows>
          </View>
        )}
      </Told>
    </PageShell>
  )
}
