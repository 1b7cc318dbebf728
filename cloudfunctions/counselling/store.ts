/** All that counselling keeps, as other functions may know it. */
export { chatsStore, messagesStore, presencesStore, typingStore } from './chats-store'
