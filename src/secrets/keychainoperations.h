#pragma once

#include "secrets/keychainformat.h"
#include "secrets/keychainjobs.h"

#include <functional>
#include <memory>
#include <optional>

namespace poolscope::secrets {

struct OperationSettings
{
    QString key;
    qsizetype chunkBytes = 2'048;
    int maximumChunks = 512;
};

// One request to the store, as a chain of jobs. Reports by exactly one call of what it was given; afterwards it is only kept
// alive by whoever holds it. Held by a shared_ptr: jobs under way hold it too. `jobs` must outlive it.
class KeychainOperation : public std::enable_shared_from_this<KeychainOperation>
{
public:
    KeychainOperation(KeychainJobs &jobs, OperationSettings settings);
    virtual ~KeychainOperation() = default;

    virtual void start() = 0;
    virtual void fail(const KeychainFailure &failure) = 0; // instead of start(), or out of it

protected:
    using Header = tl::expected<KeychainHeader, HeaderDefect>;
    // `raw` is what stood there; neither is given where there is no header.
    using HeaderHandler = std::function<void(std::optional<Header> header, const QByteArray &raw)>;
    using Next = std::function<void()>;
    using Removed = std::function<void(QList<KeychainFailure>)>; // what could not be removed

    void readHeader(const QString &entry, HeaderHandler handler);
    // Goes on after a failure, but not when the keychain has stopped answering; absent entries count as removed.
    void removeEntries(QStringList entries, Removed done, QList<KeychainFailure> failures = {});
    // Finds chunks from `index` upwards that are there although no header counts them, and removes them. Stops at the
    // first failure: the first chunk goes last, so that a further try finds the others by it.
    void trim(qint64 generation, int index, Removed done, QStringList found = {});
    // The same for all chunks of every generation but `spared`, for where no header tells which there are.
    void sweep(qint64 spared, Removed done, qint64 generation = 1);
    // Removes an older damaged value with its chunks. Those of the generation `spared` are another value's, or the same
    // one's where keeping it aside failed half-way before.
    void dropAside(qint64 spared, Removed done);
    // Keeps `raw` under the aside entry, in place of an older one.
    void keepAside(const QByteArray &raw, Next next);

    KeychainJobs &jobs() { return m_jobs; }
    const OperationSettings &settings() const { return m_settings; }
    const QString &key() const { return m_settings.key; }

private:
    void removeUncounted(QStringList entries, Removed done);

    KeychainJobs &m_jobs;
    OperationSettings m_settings;
};

enum class Damage { None, Garbage, FutureFormat, Incomplete };

class ReadOperation final : public KeychainOperation
{
public:
    // `damage` other than None: the value counts as absent and was kept aside.
    using Done = std::function<void(tl::expected<std::optional<QByteArray>, KeychainFailure>, Damage damage)>;

    ReadOperation(KeychainJobs &jobs, OperationSettings settings, Done done);
    void start() override;
    void fail(const KeychainFailure &failure) override;

private:
    void readChunk(int index);
    void setAside(Damage damage);

    Done m_done;
    KeychainHeader m_header;
    QByteArray m_raw;
    QByteArray m_value;
};

class WriteOperation final : public KeychainOperation
{
public:
    using Done = std::function<void(tl::expected<void, KeychainFailure>)>;

    WriteOperation(KeychainJobs &jobs, OperationSettings settings, const QByteArray &value, Done done);
    void start() override;
    void fail(const KeychainFailure &failure) override;

private:
    void beginAfter(const KeychainHeader &old);
    void beginWithoutHeader();
    void clearLeftovers(QList<KeychainHeader::Leftover> leftovers);
    void writeChunk(int index);
    void switchHeader();
    void cleanUp();

    Done m_done;
    QList<QByteArray> m_chunks;
    KeychainHeader m_old; // generation 0: none
    KeychainHeader m_new;
};

class RemoveOperation final : public KeychainOperation
{
public:
    using Done = WriteOperation::Done;

    RemoveOperation(KeychainJobs &jobs, OperationSettings settings, Done done);
    void start() override;
    void fail(const KeychainFailure &failure) override;

private:
    void startWithoutHeader();
    void removeCounted(const KeychainHeader &header);
    void removeStrays(const KeychainHeader &header);
    void removeHeaders();
    void finish(const QList<KeychainFailure> &failures);

    Done m_done;
    bool m_headerTellsAll = true;
};

} // namespace poolscope::secrets
