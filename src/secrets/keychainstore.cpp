#include "secrets/keychainstore.h"

#include "core/logging.h"
#include "secrets/keychainoperations.h"

#include <QCoreApplication>
#include <QPointer>

#include <deque>
#include <utility>

namespace poolscope::secrets {

namespace {

Availability availabilityAfter(std::optional<KeychainFailure::Kind> outcome, Availability before)
{
    switch (outcome.value_or(KeychainFailure::Kind::NotFound)) {
    case KeychainFailure::Kind::Locked:
        return Availability::Locked;
    case KeychainFailure::Kind::Missing:
        return Availability::Missing;
    case KeychainFailure::Kind::NotAnswering:
        return Availability::NotAnswering;
    case KeychainFailure::Kind::NotFound:
        return Availability::Available;
    case KeychainFailure::Kind::Other:
        break;
    }
    // A keychain that has never worked and gives no reason is most likely locked; one that has may have a bad moment.
    return before == Availability::Available ? before : Availability::Locked;
}

Error errorOf(const KeychainFailure &failure)
{
    switch (failure.kind) {
    case KeychainFailure::Kind::Locked:
        return Error::storage(codes::Locked, availabilityText(Availability::Locked));
    case KeychainFailure::Kind::Missing:
        return Error::storage(codes::Missing, availabilityText(Availability::Missing));
    case KeychainFailure::Kind::NotAnswering:
        return Error::storage(codes::NotAnswering, availabilityText(Availability::NotAnswering));
    case KeychainFailure::Kind::NotFound:
    case KeychainFailure::Kind::Other:
        break;
    }
    const QString text = QCoreApplication::translate("Secrets", "The system keychain could not do it: %1");
    const QString unnamed = QCoreApplication::translate("Secrets", "it gave no reason.");
    return Error::storage(codes::Failed, text.arg(failure.text.isEmpty() ? unnamed : failure.text));
}

QString damageText(Damage damage)
{
    if (damage == Damage::FutureFormat)
        return QCoreApplication::translate("Secrets",
                                           "An entry in the system keychain was written by a later version of "
                                           "Poolscope. It was left as it is and is not used.");
    return QCoreApplication::translate("Secrets",
                                       "An entry in the system keychain is damaged or incomplete. It was put "
                                       "aside and is not used.");
}

} // namespace

// What runs and what waits. Replies of the backend reach it only through KeychainJobs.
class KeychainStore::Engine final
{
public:
    Engine(KeychainStore *store, std::unique_ptr<KeychainBackend> backend, const KeychainOptions &options)
        : m_store(store)
        , m_options(options)
        , m_jobs(std::make_shared<KeychainJobs>(std::move(backend), options.watchdog))
    {
        m_jobs->onOutcome = [this](std::optional<KeychainFailure::Kind> outcome) {
            m_store->setAvailability(availabilityAfter(outcome, m_store->availability()));
        };
        m_jobs->onLateAnswer = [this] { answeredLate(); };
    }

    // A reply that is being delivered keeps the jobs alive a little longer than this.
    ~Engine()
    {
        m_jobs->onOutcome = {};
        m_jobs->onLateAnswer = {};
    }

    qsizetype maximumBytes() const { return m_options.chunkBytes * m_options.maximumChunks; }

    void open()
    {
        if (!std::exchange(m_opened, true))
            probe();
    }

    void retry()
    {
        if (m_opened && !m_probing && !m_running && m_store->availability() != Availability::Available)
            probe();
    }

    template<class Operation, class... Arguments>
    void enqueue(const QString &key, Arguments &&...arguments)
    {
        const OperationSettings settings{
            .key = key, .chunkBytes = m_options.chunkBytes, .maximumChunks = m_options.maximumChunks};
        m_waiting.push_back(std::make_shared<Operation>(*m_jobs, settings, std::forward<Arguments>(arguments)...));
        pumpLater();
    }

    // Called by an operation before it answers.
    void finished()
    {
        m_finished = std::exchange(m_running, {}); // its caller still stands in it
        pumpLater();
    }

private:
    void pumpLater()
    {
        QMetaObject::invokeMethod(
            m_store, [this] { pump(); }, Qt::QueuedConnection);
    }

    void pump()
    {
        m_finished.reset();
        if (!m_opened || m_probing || m_running || m_waiting.empty())
            return;
        const auto operation = m_waiting.front();
        m_waiting.pop_front();
        m_running = operation;
        if (const auto reason = whyNot(m_store->availability()))
            operation->fail({*reason, {}});
        else
            operation->start();
    }

    static std::optional<KeychainFailure::Kind> whyNot(Availability availability)
    {
        switch (availability) {
        case Availability::Locked:
            return KeychainFailure::Kind::Locked;
        case Availability::Missing:
            return KeychainFailure::Kind::Missing;
        case Availability::NotAnswering:
            return KeychainFailure::Kind::NotAnswering;
        case Availability::Unknown:
        case Availability::Available:
            break;
        }
        return {};
    }

    void probe()
    {
        m_probing = true;
        m_jobs->read(probeEntry, [this](const tl::expected<QByteArray, KeychainFailure> &bytes) {
            m_probing = false;
            if (!bytes && bytes.error().kind != KeychainFailure::Kind::NotFound)
                qCWarning(lcSecrets) << "The keychain cannot be used:" << bytes.error().text;
            pumpLater();
        });
    }

    // The unlock prompt was answered at last, or a slow daemon woke up: whether it works now is asked anew.
    void answeredLate()
    {
        if (!m_probing && !m_running && m_store->availability() == Availability::NotAnswering)
            probe();
    }

    KeychainStore *m_store;
    KeychainOptions m_options;
    std::shared_ptr<KeychainJobs> m_jobs;
    std::deque<std::shared_ptr<KeychainOperation>> m_waiting;
    std::shared_ptr<KeychainOperation> m_running;
    std::shared_ptr<KeychainOperation> m_finished;
    bool m_opened = false;
    bool m_probing = false;
};

KeychainStore::KeychainStore(std::unique_ptr<KeychainBackend> backend, QObject *parent, const KeychainOptions &options)
    : SecretStore(parent)
    , m_engine(std::make_unique<Engine>(this, std::move(backend), options))
{
}

KeychainStore::~KeychainStore() = default;

void KeychainStore::open()
{
    m_engine->open();
}

void KeychainStore::retry()
{
    m_engine->retry();
}

void KeychainStore::read(const QString &key, QObject *context, ReadHandler handler)
{
    m_engine->enqueue<ReadOperation>(
        key, [this, self = QPointer(this), key, listener = QPointer(context), handler = std::move(handler)](
                 const tl::expected<std::optional<QByteArray>, KeychainFailure> &value, Damage damage) {
            if (!self)
                return;
            m_engine->finished();
            if (damage != Damage::None)
                emit damaged(key, damageText(damage));
            if (listener)
                handler(value ? Result<std::optional<QByteArray>>(*value) : failure(errorOf(value.error())));
        });
}

KeychainBackend::DoneReply KeychainStore::answering(QObject *context, DoneHandler handler)
{
    return [this, self = QPointer(this), listener = QPointer(context),
            handler = std::move(handler)](const tl::expected<void, KeychainFailure> &done) {
        if (!self)
            return;
        m_engine->finished();
        if (listener)
            handler(done ? Result<void>() : failure(errorOf(done.error())));
    };
}

void KeychainStore::write(const QString &key, const QByteArray &value, QObject *context, DoneHandler handler)
{
    if (value.size() > m_engine->maximumBytes()) {
        const QString text = QCoreApplication::translate("Secrets", "This is too large for the system keychain.");
        QMetaObject::invokeMethod(
            this,
            [listener = QPointer(context), handler = std::move(handler), text] {
                if (listener)
                    handler(failure(Error::storage(codes::TooLarge, text)));
            },
            Qt::QueuedConnection);
        return;
    }
    m_engine->enqueue<WriteOperation>(key, value, answering(context, std::move(handler)));
}

void KeychainStore::remove(const QString &key, QObject *context, DoneHandler handler)
{
    m_engine->enqueue<RemoveOperation>(key, answering(context, std::move(handler)));
}

QString KeychainStore::backendName() const
{
    return QCoreApplication::translate("Secrets", "System keychain");
}

} // namespace poolscope::secrets
