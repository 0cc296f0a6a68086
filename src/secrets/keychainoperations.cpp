#include "secrets/keychainoperations.h"

#include <utility>

namespace poolscope::secrets {

KeychainOperation::KeychainOperation(KeychainJobs &jobs, OperationSettings settings)
    : m_jobs(jobs)
    , m_settings(std::move(settings))
{
}

void KeychainOperation::readHeader(const QString &entry, HeaderHandler handler)
{
    jobs().read(entry, [this, keep = shared_from_this(),
                        handler = std::move(handler)](tl::expected<QByteArray, KeychainFailure> bytes) {
        if (bytes)
            handler(decodeHeader(*bytes, m_settings.maximumChunks), *bytes);
        else if (bytes.error().kind == KeychainFailure::Kind::NotFound)
            handler(std::nullopt, {});
        else
            fail(bytes.error());
    });
}

void KeychainOperation::removeEntries(QStringList entries, Removed done, QList<KeychainFailure> failures)
{
    if (entries.isEmpty())
        return done(failures);
    const QString entry = entries.takeFirst();
    jobs().remove(entry, [this, keep = shared_from_this(), entries, done = std::move(done),
                          failures](const tl::expected<void, KeychainFailure> &result) mutable {
        if (!result && result.error().kind == KeychainFailure::Kind::NotAnswering)
            return done(failures << result.error());
        if (!result && result.error().kind != KeychainFailure::Kind::NotFound)
            failures.append(result.error());
        removeEntries(entries, done, failures);
    });
}

void KeychainOperation::trim(qint64 generation, int index, Removed done, QStringList found)
{
    const QString entry = chunkEntry(key(), generation, index);
    jobs().read(entry, [=, this, keep = shared_from_this()](const tl::expected<QByteArray, KeychainFailure> &bytes) {
        if (bytes && found.size() < m_settings.maximumChunks)
            return trim(generation, index + 1, done, QStringList{entry} + found);
        if (!bytes && bytes.error().kind != KeychainFailure::Kind::NotFound)
            return done({bytes.error()});
        removeUncounted(found, done);
    });
}

void KeychainOperation::removeUncounted(QStringList entries, Removed done)
{
    if (entries.isEmpty())
        return done({});
    const QString entry = entries.takeFirst();
    jobs().remove(entry, [=, this, keep = shared_from_this()](const tl::expected<void, KeychainFailure> &result) {
        if (!result && result.error().kind != KeychainFailure::Kind::NotFound)
            return done({result.error()});
        removeUncounted(entries, done);
    });
}

void KeychainOperation::sweep(qint64 spared, Removed done, qint64 generation)
{
    if (generation > generationCount)
        return done({});
    if (generation == spared)
        return sweep(spared, std::move(done), generation + 1);
    trim(generation, 0, [=, this](const QList<KeychainFailure> &failures) {
        if (!failures.isEmpty())
            return done(failures);
        sweep(spared, done, generation + 1);
    });
}

void KeychainOperation::dropAside(qint64 spared, Removed done)
{
    readHeader(asideEntry(key()), [=, this](const std::optional<Header> &header, const QByteArray &) {
        if (!header)
            return done({});
        // It goes last: as long as a chunk is left, a further try can find it.
        const auto dropHeader = [=, this](const QList<KeychainFailure> &failures) {
            if (!failures.isEmpty())
                return done(failures);
            removeEntries({asideEntry(key())}, done);
        };
        if (!*header)
            return sweep(spared, dropHeader);
        if ((*header)->generation == spared)
            return dropHeader({});
        removeEntries(chunkEntries(key(), (*header)->generation, (*header)->count), dropHeader);
    });
}

void KeychainOperation::keepAside(const QByteArray &raw, Next next)
{
    const auto keep = [=, this](const QList<KeychainFailure> &failures) {
        if (!failures.isEmpty())
            return fail(failures.constFirst());
        jobs().write(asideEntry(key()), raw,
                     [=, this, self = shared_from_this()](const tl::expected<void, KeychainFailure> &result) {
                         if (result)
                             next();
                         else
                             fail(result.error());
                     });
    };
    const Header header = decodeHeader(raw, m_settings.maximumChunks);
    if (header)
        return dropAside(header->generation, keep);
    // Nobody knows which chunks are this value's. One that cannot be read either is replaced by it: they say the same.
    readHeader(asideEntry(key()), [=, this](const std::optional<Header> &aside, const QByteArray &) {
        if (aside && *aside)
            dropAside(0, keep);
        else
            keep({});
    });
}

ReadOperation::ReadOperation(KeychainJobs &jobs, OperationSettings settings, Done done)
    : KeychainOperation(jobs, std::move(settings))
    , m_done(std::move(done))
{
}

void ReadOperation::start()
{
    readHeader(key(), [this](const std::optional<Header> &header, const QByteArray &raw) {
        m_raw = raw;
        if (!header)
            return m_done(std::optional<QByteArray>(), Damage::None);
        if (*header) {
            m_header = **header;
            return readChunk(0);
        }
        // A later version's value is left where it is: that version may be started again.
        if (header->error() == HeaderDefect::FutureFormat)
            return m_done(std::optional<QByteArray>(), Damage::FutureFormat);
        setAside(Damage::Garbage);
    });
}

void ReadOperation::fail(const KeychainFailure &failure)
{
    m_done(tl::unexpected(failure), Damage::None);
}

void ReadOperation::readChunk(int index)
{
    if (index == m_header.count) {
        if (hashOf(m_value) == m_header.sha256)
            return m_done(std::optional(m_value), Damage::None);
        return setAside(Damage::Incomplete);
    }
    jobs().read(chunkEntry(key(), m_header.generation, index),
                [this, keep = shared_from_this(), index](const tl::expected<QByteArray, KeychainFailure> &bytes) {
                    if (bytes) {
                        m_value += *bytes;
                        return readChunk(index + 1);
                    }
                    if (bytes.error().kind == KeychainFailure::Kind::NotFound)
                        return setAside(Damage::Incomplete);
                    fail(bytes.error());
                });
}

void ReadOperation::setAside(Damage damage)
{
    keepAside(m_raw, [this, keep = shared_from_this(), damage] {
        jobs().remove(key(), [this, keep, damage](const tl::expected<void, KeychainFailure> &result) {
            if (!result && result.error().kind != KeychainFailure::Kind::NotFound)
                return fail(result.error());
            m_done(std::optional<QByteArray>(), damage);
        });
    });
}

} // namespace poolscope::secrets
