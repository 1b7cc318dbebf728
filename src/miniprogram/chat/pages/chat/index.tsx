import { useRouter } from '@tarojs/taro'
import { isStranger } from '../../../cloud/stranger'
import { Bones } from '../../../parts/bones'
import { PageShell } from '../../../parts/page-shell'
import { Nothing, Trouble } from '../../../parts/trouble'
import { go, paths } from '../../../parts/ways'
import { HelpFirst } from '../../parts/help-first'
import { Talk } from '../../parts/talk'
import { useActs } from '../../parts/use-acts'
import { useHelpOffer } from '../../parts/use-help-offer'
import { useRoom } from '../../parts/use-room'
import './index.scss'

const toTab = () => go(paths.counselling)

const Opened = ({ chatId }: { chatId: string }) => {
  const { room, acts: opened } = useRoom(chatId)
  const acts = useActs(chatId, opened.look)
  const help = useHelpOffer(chatId, room.chat?.helpOfferedAt ?? null)

  if (acts.gone) return <Nothing text="这段对话删掉了，两边都不再有，也找不回来。" action="回到「聊」" onTap={toTab} />
  if (room.refused === 'CHAT_NOT_FOUND')
    return (
      <Nothing
        text="没有找到这段对话，它可能已经删除了。想找人说说，可以重新开始一段。"
        action="去「聊」"
        onTap={toTab}
      />
    )
  if (room.refused !== null) return <Trouble code={room.refused} onRetry={() => void opened.look()} />
  if (help.first) return <HelpFirst onGoOn={help.goOn} />
  if (room.chat === null) return room.cutOff ? <Trouble code="OFFLINE" onRetry={() => void opened.look()} /> : <Bones />
  return <Talk chatId={chatId} room={room} opened={opened} acts={acts} />
}

export default function Chat() {
  const { id } = useRouter().params
  return (
    <PageShell title="对话">
      {id && !isStranger() ? (
        <Opened chatId={id} />
      ) : (
        <Nothing text="没有找到这段对话。想找人说说，可以重新开始一段。" action="去「聊」" onTap={toTab} />
      )}
    </PageShell>
  )
}
