#include "secrets/memorystore.h"

#include <QCoreApplication>
#include <QPointer>

namespace poolscope::secrets {

namespace {

// Answers in the next turn of the event loop, as a real keychain would, and only while somebody listens.
template<class Handler, class Answer>
void answerLater(QObject *store, QObject *context, Handler handler, Answer answer)
{
    QMetaObject::invokeMethod(
        store,
        [context = QPointer<QObject>(context), handler = std::move(handler), answer = std::move(answer)] {
            if (context)
                handler(answer);
        },
        Qt::QueuedConnection);
}

} // namespace

MemoryStore::MemoryStore(QObject *parent)
    : SecretStore(parent)
{
    setAvailability(Availability::Available);
}

void MemoryStore::read(const QString &key, QObject *context, ReadHandler handler)
{
    std::optional<QByteArray> value;
    if (const auto found = m_values.constFind(key); found != m_values.cend())
        value = *found;
    answerLater(this, context, std::move(handler), Result<std::optional<QByteArray>>(std::move(value)));
}

void MemoryStore::write(const QString &key, const QByteArray &value, QObject *context, DoneHandler handler)
{
    m_values.insert(key, value);
    answerLater(this, context, std::move(handler), Result<void>());
}

void MemoryStore::remove(const QString &key, QObject *context, DoneHandler handler)
{
    m_values.remove(key);
    answerLater(this, context, std::move(handler), Result<void>());
}

QString MemoryStore::backendName() const
{
    return QCoreApplication::translate("Secrets", "Memory only");
}

} // namespace poolscope::secrets
