#include "ui/tokens/tokenreader.h"

#include "core/background.h"
#include "core/letgo.h"
#include "tokens/claimchecks.h"
#include "json/indenter.h"

#include <QCoreApplication>
#include <QFile>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace poolscope::ui {

namespace {

QString shownJson(const json::Document &document, const QByteArray &bytes)
{
    if (document.root.isNull())
        return QString::fromUtf8(bytes);
    return QString::fromUtf8(json::indented(bytes));
}

TokenReading readNow(const QString &text, const tokens::Jwks *keys, const tokens::Expectations &expectations)
{
    TokenReading reading;
    const tokens::PastedToken pasted = tokens::extractToken(text);
    reading.text = text;
    reading.kind = pasted.kind;
    auto parsed = tokens::parseJwt(pasted.token);
    reading.readable = parsed.has_value();
    reading.keyKnown = parsed && keys && keys->find(parsed->keyId());
    reading.verdict = parsed ? tokens::verify(*parsed, keys, expectations) : tokens::verdictOn(parsed.error());
    reading.jwt = parsed ? std::move(*parsed) : std::move(parsed.error().decoded);
    if (reading.jwt.text.isEmpty())
        reading.jwt.text = pasted.token;
    reading.headerJson = shownJson(reading.jwt.header, reading.jwt.headerBytes);
    reading.payloadJson = shownJson(reading.jwt.payload, reading.jwt.payloadBytes);
    reading.headerSpans = jsonSpans(reading.headerJson);
    reading.payloadSpans = jsonSpans(reading.payloadJson);
    reading.expiresAt = tokens::numericDate(reading.jwt.payload.root.value(u"exp"));
    return reading;
}

TokenReading readFileNow(const QString &path, const tokens::Jwks *keys, const tokens::Expectations &expectations)
{
    QFile file(path);
    TokenReading reading;
    if (!file.open(QIODevice::ReadOnly)) {
        reading.fileError =
            QCoreApplication::translate("TokenReader", "%1 cannot be read: %2").arg(path, file.errorString());
        return reading;
    }
    // One byte more than is allowed, so that a longer file is refused as too large, not read as cut off.
    const QByteArray bytes = file.read(tokens::maximumTokenSize + 1);
    reading = readNow(QString::fromUtf8(bytes), keys, expectations);
    if (reading.kind == tokens::PastedToken::Kind::Nothing)
        reading.fileError = QCoreApplication::translate("TokenReader", "%1 is empty.").arg(path);
    return reading;
}

} // namespace

void TokenReader::read(const QString &text, std::optional<tokens::Jwks> keys, const tokens::Expectations &expectations)
{
    start(
        [text, keys = std::move(keys), expectations] { return readNow(text, keys ? &*keys : nullptr, expectations); });
}

void TokenReader::readFile(const QString &path, std::optional<tokens::Jwks> keys,
                           const tokens::Expectations &expectations)
{
    start([path, keys = std::move(keys), expectations] {
        return readFileNow(path, keys ? &*keys : nullptr, expectations);
    });
}

void TokenReader::judge(const tokens::Jwt &jwt, std::optional<tokens::Jwks> keys,
                        const tokens::Expectations &expectations)
{
    const quint64 round = ++m_round;
    runInBackground(
        this,
        [jwt, keys = std::move(keys), expectations] {
            return tokens::verify(jwt, keys ? &*keys : nullptr, expectations);
        },
        [this, round](const tokens::Verdict &verdict) {
            if (m_round == round)
                emit judged(verdict);
        });
}

void TokenReader::forget()
{
    ++m_round;
    m_isReading = false;
}

void TokenReader::start(std::function<TokenReading()> work)
{
    const quint64 round = ++m_round;
    m_isReading = true;
    QThreadPool::globalInstance()->start([work = std::move(work), self = QPointer<TokenReader>(this), round] {
        auto reading = std::make_shared<TokenReading>(work());
        // The pointer is only looked at on the GUI thread; the application is the one object that surely lives there.
        QMetaObject::invokeMethod(qApp, [self, round, reading = std::move(reading)]() mutable {
            if (self && self->m_round == round) {
                self->m_isReading = false;
                emit self->finished(*reading);
            }
            letGo(std::move(reading));
        });
    });
}

} // namespace poolscope::ui
