#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "tokens/jwks.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace poolscope::tokens {

// One request for a key set, for whoever shows what is sent.
struct JwksFetch
{
    qint64 id = 0; // increasing, from 1
    QUrl url;
    int httpStatus = 0;         // 0: no status line came
    QByteArray body;            // of the answer, as far as it came; public
    std::optional<Error> error; // nothing: a key set came
};

// The key sets of issuers, fetched when they are first needed and again when a token names a key that is not there: once,
// then not again before the penalty wait is over. One request a URL at a time. Lives on one thread.
class JwksCache final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(Result<Jwks>)>;

    struct Limits
    {
        std::chrono::milliseconds deadline{10'000};
        std::chrono::milliseconds penalty{10'000}; // between fetches for one URL that bring nothing new
        qint64 bytes = 1024 * 1024;
    };

    // The manager and the clock must outlive the cache. The clock's jumps do no harm: it only spaces fetches.
    JwksCache(QNetworkAccessManager *manager, const Clock &clock, QObject *parent = nullptr);
    JwksCache(QNetworkAccessManager *manager, const Clock &clock, const Limits &limits, QObject *parent = nullptr);
    ~JwksCache() override;

    // The keys at `url`, with the key `kid` among them where the issuer has it. The handler runs once, never within this
    // call, and never when `context` is gone. HTTPS only, HTTP on loopback; redirects are not followed. While the penalty
    // lasts the known keys are given (or the last error).
    void keys(const QUrl &url, const QString &kid, QObject *context, Handler handler);

    const Jwks *cached(const QUrl &url) const; // null when never fetched; valid until the next event
    void clear();                              // forgets all; who waits gets an error of kind Cancelled

signals:
    void fetchStarted(const poolscope::tokens::JwksFetch &fetch);
    void fetchEnded(const poolscope::tokens::JwksFetch &fetch); // once for each; with Cancelled where it was given up

private:
    struct Entry;
    struct Waiter;

    void fetch(const QUrl &url, Entry &entry);
    void finish(const QUrl &url, Result<Jwks> result);
    QList<Waiter> abandon(); // ends every fetch; who waited

    QNetworkAccessManager *m_manager;
    const Clock &m_clock;
    Limits m_limits;
    QHash<QUrl, std::shared_ptr<Entry>> m_entries;
    qint64 m_lastFetch = 0;
};

} // namespace poolscope::tokens
