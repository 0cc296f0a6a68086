#include "secrets/keychainbackend.h"

#include <QFileInfo>

#include <qt6keychain/keychain.h>

namespace poolscope::secrets {

namespace {

// QtKeychain says OtherError both for a desktop without a session bus and for a keyring that does not open; only the
// first can be seen from here.
bool hasSessionBus()
{
#ifdef Q_OS_LINUX
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtimeDir = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtimeDir.isEmpty() && QFileInfo::exists(runtimeDir + QLatin1StringView("/bus"));
#else
    return true;
#endif
}

KeychainFailure failureOf(const QKeychain::Job &job)
{
    using Kind = KeychainFailure::Kind;
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {Kind::NotFound, job.errorString()};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {Kind::Locked, job.errorString()};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {Kind::Missing, job.errorString()};
    default:
        return {hasSessionBus() ? Kind::Other : Kind::Missing, job.errorString()};
    }
}

class SystemKeychain final : public KeychainBackend
{
public:
    explicit SystemKeychain(QString service)
        : m_service(std::move(service))
    {
    }

    void read(const QString &entry, ReadReply reply) override
    {
        auto *job = new QKeychain::ReadPasswordJob(m_service);
        start(job, entry, [job, service = m_service, reply = std::move(reply)] {
            if (job->error() == QKeychain::NoError)
                return reply(job->binaryData());
            const KeychainFailure failure = failureOf(*job);
            if (failure.kind != KeychainFailure::Kind::NotFound)
                return reply(tl::unexpected(failure));
            makeSureItIsOpen(service, [reply, failure](const tl::expected<void, KeychainFailure> &open) {
                reply(tl::unexpected(open ? failure : open.error()));
            });
        });
    }

    void write(const QString &entry, const QByteArray &bytes, DoneReply reply) override
    {
        auto *job = new QKeychain::WritePasswordJob(m_service);
        job->setBinaryData(bytes);
        start(job, entry, [job, reply = std::move(reply)] { replyDone(*job, reply); });
    }

    void remove(const QString &entry, DoneReply reply) override
    {
        const auto removeIt = [service = m_service, entry, reply](const tl::expected<void, KeychainFailure> &open) {
            if (!open)
                return reply(tl::unexpected(open.error()));
            auto *job = new QKeychain::DeletePasswordJob(service);
            start(job, entry, [job, reply] { replyDone(*job, reply); });
        };
        makeSureItIsOpen(m_service, removeIt);
    }

private:
    // A locked Secret Service says of every entry that it is not there, and that it has removed it (libsecret 0.20, when
    // nobody answers its prompt): only writing fails. So an entry of our own is read, or written where there is none.
    static void makeSureItIsOpen(const QString &service, const DoneReply &then)
    {
        auto *job = new QKeychain::ReadPasswordJob(service);
        start(job, probeEntry, [job, service, then] {
            if (job->error() != QKeychain::EntryNotFound)
                return replyDone(*job, then);
            auto *writing = new QKeychain::WritePasswordJob(service);
            writing->setBinaryData("open");
            start(writing, probeEntry, [writing, then] {
                if (writing->error() == QKeychain::NoError)
                    return then({});
                KeychainFailure failure = failureOf(*writing);
                if (failure.kind == KeychainFailure::Kind::Other)
                    failure.kind = KeychainFailure::Kind::Locked;
                then(tl::unexpected(failure));
            });
        });
    }

    static void replyDone(const QKeychain::Job &job, const DoneReply &reply)
    {
        if (job.error() == QKeychain::NoError)
            reply({});
        else
            reply(tl::unexpected(failureOf(job)));
    }

    // The job owns itself and is its own context: whatever happens to us, nothing disconnects or deletes it early.
    template<class Finished>
    static void start(QKeychain::Job *job, const QString &entry, Finished finished)
    {
        job->setAutoDelete(true);
        job->setInsecureFallback(false);
        job->setKey(entry);
        QObject::connect(job, &QKeychain::Job::finished, job, std::move(finished));
        job->start();
    }

    QString m_service;
};

} // namespace

std::unique_ptr<KeychainBackend> makeSystemKeychain(const QString &service)
{
    return std::make_unique<SystemKeychain>(service);
}

} // namespace poolscope::secrets
