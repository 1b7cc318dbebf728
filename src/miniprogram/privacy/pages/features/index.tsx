import { PageShell } from '../../../parts/page-shell'
import { features } from '../../parts/features'
import { Paper, Said } from '../../parts/paper'

export default function Features() {
  return (
    <PageShell title="分功能说明">
      {features.map(({ name, stored, seenBy, gone }) => (
        <Paper key={name} title={name}>
          <Said about="存什么">{stored}</Said>
          <Said about="谁能看到">{seenBy}</Said>
          <Said about="什么时候清除">{gone}</Said>
        </Paper>
      ))}
    </PageShell>
  )
}
