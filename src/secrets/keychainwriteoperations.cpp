#include "secrets/keychainoperations.h"

#include <utility>

namespace poolscope::secrets {

WriteOperation::WriteOperation(KeychainJobs &jobs, OperationSettings settings, const QByteArray &value, Done done)
    : KeychainOperation(jobs, std::move(settings))
    , m_done(std::move(done))
    , m_chunks(split(value, this->settings().chunkBytes))
{
    m_new.count = int(m_chunks.size());
    m_new.sha256 = hashOf(value);
}

void WriteOperation::start()
{
    readHeader(key(), [this](const std::optional<Header> &header, const QByteArray &raw) {
        if (!header)
            return beginWithoutHeader();
        if (*header)
            return beginAfter(**header);
        keepAside(raw, [this] { beginWithoutHeader(); });
    });
}

void WriteOperation::fail(const KeychainFailure &failure)
{
    m_done(tl::unexpected(failure));
}

// A value that was kept aside still owns its chunks: the new generation has to be another one.
void WriteOperation::beginWithoutHeader()
{
    readHeader(asideEntry(key()), [this](const std::optional<Header> &aside, const QByteArray &) {
        if (aside && *aside)
            m_new.aside = (*aside)->generation;
        m_new.generation = generationAfter({.generation = m_new.aside, .aside = m_new.aside});
        writeChunk(0);
    });
}

void WriteOperation::beginAfter(const KeychainHeader &old)
{
    m_old = old;
    m_new.aside = old.aside;
    m_new.generation = generationAfter(old);
    clearLeftovers(old.leftovers);
}

void WriteOperation::clearLeftovers(QList<KeychainHeader::Leftover> leftovers)
{
    if (leftovers.isEmpty()) {
        m_new.leftovers.append({m_old.generation, m_old.count});
        return writeChunk(0);
    }
    const KeychainHeader::Leftover leftover = leftovers.takeFirst();
    removeEntries(chunkEntries(key(), leftover.generation, leftover.count),
                  [=, this](const QList<KeychainFailure> &failures) {
                      if (!failures.isEmpty())
                          m_new.leftovers.append(leftover);
                      if (!failures.isEmpty() && failures.constLast().kind == KeychainFailure::Kind::NotAnswering)
                          return fail(failures.constLast());
                      clearLeftovers(leftovers);
                  });
}

void WriteOperation::writeChunk(int index)
{
    if (index == m_chunks.size())
        return switchHeader();
    jobs().write(chunkEntry(key(), m_new.generation, index), m_chunks.at(index),
                 [this, keep = shared_from_this(), index](const tl::expected<void, KeychainFailure> &result) {
                     if (result)
                         writeChunk(index + 1);
                     else
                         fail(result.error());
                 });
}

void WriteOperation::switchHeader()
{
    jobs().write(key(), encodeHeader(m_new),
                 [this, keep = shared_from_this()](const tl::expected<void, KeychainFailure> &result) {
                     if (result)
                         cleanUp();
                     else
                         fail(result.error());
                 });
}

// The value is safe by now, so what cannot be removed is no failure of writing: the header remembers it.
void WriteOperation::cleanUp()
{
    const auto trimNew = [this, keep = shared_from_this()](const QList<KeychainFailure> &failures) {
        if (!failures.isEmpty() && failures.constLast().kind == KeychainFailure::Kind::NotAnswering)
            return m_done({});
        trim(m_new.generation, m_new.count, [this, keep](const QList<KeychainFailure> &) { m_done({}); });
    };
    removeEntries(chunkEntries(key(), m_old.generation, m_old.count), trimNew);
}

RemoveOperation::RemoveOperation(KeychainJobs &jobs, OperationSettings settings, Done done)
    : KeychainOperation(jobs, std::move(settings))
    , m_done(std::move(done))
{
}

void RemoveOperation::start()
{
    readHeader(key(), [this](const std::optional<Header> &header, const QByteArray &) {
        if (!header)
            return startWithoutHeader();
        const KeychainHeader known = header->value_or(KeychainHeader{});
        m_headerTellsAll = *header && known.leftovers.size() < maximumLeftovers;
        removeCounted(known);
    });
}

void RemoveOperation::startWithoutHeader()
{
    readHeader(asideEntry(key()), [this](const std::optional<Header> &aside, const QByteArray &) {
        const qint64 generation = aside && *aside ? (*aside)->generation : 0;
        removeStrays({.generation = generation, .aside = generation});
    });
}

void RemoveOperation::fail(const KeychainFailure &failure)
{
    m_done(tl::unexpected(failure));
}

void RemoveOperation::removeCounted(const KeychainHeader &header)
{
    QStringList entries = chunkEntries(key(), header.generation, header.count);
    for (const KeychainHeader::Leftover &leftover : header.leftovers)
        entries += chunkEntries(key(), leftover.generation, leftover.count);
    removeEntries(entries, [=, this](const QList<KeychainFailure> &failures) {
        if (!failures.isEmpty())
            return finish(failures);
        removeStrays(header);
    });
}

void RemoveOperation::removeStrays(const KeychainHeader &header)
{
    const auto then = [this](const QList<KeychainFailure> &failures) {
        if (!failures.isEmpty())
            return finish(failures);
        removeHeaders();
    };
    if (m_headerTellsAll)
        trim(generationAfter(header), 0, then); // of a write that was cut off before it could switch
    else
        sweep(0, then);
}

// They go last: as long as anything is left, a further try can find it.
void RemoveOperation::removeHeaders()
{
    dropAside(0, [this](const QList<KeychainFailure> &kept) {
        if (!kept.isEmpty())
            return finish(kept);
        removeEntries({key()}, [this](const QList<KeychainFailure> &last) { finish(last); });
    });
}

void RemoveOperation::finish(const QList<KeychainFailure> &failures)
{
    if (failures.isEmpty())
        m_done({});
    else
        m_done(tl::unexpected(failures.constFirst()));
}

} // namespace poolscope::secrets
