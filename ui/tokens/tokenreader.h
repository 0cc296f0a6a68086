#pragma once

#include "tokens/jwt.h"
#include "tokens/verifier.h"
#include "ui/common/monotextview.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace poolscope::ui {

// A token taken apart and judged, ready to be shown. A plain value.
struct TokenReading
{
    QString text; // what it was read from
    tokens::PastedToken::Kind kind = tokens::PastedToken::Kind::Nothing;
    tokens::Jwt jwt; // as far as it could be read
    bool readable = false;
    bool keyKnown = false; // the keys that it was judged with hold the one it names
    tokens::Verdict verdict;
    QString headerJson; // the token's own bytes, only laid out in lines; as they are where they are no JSON
    QString payloadJson;
    QList<MonoTextView::Span> headerSpans; // their colours
    QList<MonoTextView::Span> payloadSpans;
    std::optional<double> expiresAt; // seconds since 1970
    QString fileError;               // why the dropped file gave no token
};

// Reads and judges tokens on a thread of the pool, because a token may be a megabyte. Only the newest request is answered.
class TokenReader final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // `text`: a token, or whatever was pasted around one. Without keys the signature stays unchecked.
    void read(const QString &text, std::optional<tokens::Jwks> keys, const tokens::Expectations &expectations);
    void readFile(const QString &path, std::optional<tokens::Jwks> keys, const tokens::Expectations &expectations);
    bool isReading() const { return m_isReading; }
    // One that was read, once more: with keys that came later, or when time has passed. Not while another is being read.
    void judge(const tokens::Jwt &jwt, std::optional<tokens::Jwks> keys, const tokens::Expectations &expectations);
    void forget(); // what is under way is not reported

signals:
    void finished(const poolscope::ui::TokenReading &reading);
    void judged(const poolscope::tokens::Verdict &verdict);

private:
    void start(std::function<TokenReading()> work);

    quint64 m_round = 0;
    bool m_isReading = false;
};

} // namespace poolscope::ui
