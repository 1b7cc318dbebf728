// A browser would fetch a page when it is opened, and a page that never came opens nothing: the numbers to call and the
// breathing beside them are part of the app itself, and the other pages are fetched while the first one is read.
import '../pages/help/index'
import '../library/pages/breathing/index'

const fetchPages = () =>
  Promise.all([
    import('../pages/home/index'),
    import('../pages/learn/index'),
    import('../pages/tests/index'),
    import('../pages/counselling/index'),
    import('../pages/mine/index'),
    import('../pages/notes/index'),
    import('../library/pages/list/index'),
    import('../library/pages/piece/index'),
    import('../library/pages/favourites/index'),
    import('../privacy/pages/centre/index'),
    import('../privacy/pages/features/index'),
    import('../privacy/pages/stored/index'),
    import('../privacy/pages/readings/index'),
    import('../privacy/pages/consents/index'),
    import('../privacy/pages/consent/index'),
    import('../privacy/pages/take-away/index'),
    import('../privacy/pages/destroy/index'),
    import('../privacy/pages/receipt/index'),
    import('../privacy/pages/unit/index'),
    import('../privacy/pages/nickname/index'),
    import('../tests/pages/instrument/index'),
    import('../tests/pages/taking/index'),
    import('../tests/pages/result/index'),
    import('../tests/pages/results/index'),
    import('../tests/pages/sheet/index'),
    import('../tests/pages/survey/index'),
    import('../notices/pages/inbox/index'),
    import('../chat/pages/chats/index'),
    import('../chat/pages/chat/index'),
    import('../counselling/pages/list/index'),
    import('../counselling/pages/counsellor/index'),
    import('../counselling/pages/confirm/index'),
    import('../counselling/pages/wish/index'),
    import('../counselling/pages/bookings/index'),
    import('../counselling/pages/booking/index'),
    import('../counselling/pages/move/index'),
    import('../events/pages/calendar/index'),
    import('../events/pages/event/index'),
    import('../events/pages/mine/index'),
    import('../events/pages/ticket/index'),
    import('../events/pages/rate/index'),
    import('../events/pages/certificate/index'),
    import('../events/pages/draw/index'),
    import('../events/pages/door/index'),
    // Cut off now means fetched when opened, as without this file.
  ]).catch(() => undefined)

const AFTER_MS = 1_000
setTimeout(() => void fetchPages(), AFTER_MS)
