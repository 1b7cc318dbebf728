import { Alert, Button } from 'antd'
import { type Refused, refusalText } from './refusal'

/** Says why something did not happen, right where it was tried. */
export const RefusalNote = ({ refusal, onRetry }: { refusal: Refused | null; onRetry?: () => void }) =>
  refusal && (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={refusalText(refusal)}
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            再试一次
          </Button>
        )
      }
    />
  )
