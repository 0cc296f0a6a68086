#pragma once

#include "ui/screenbench.h"
#include "ui/tokens/tokenspage.h"

#include <QObject>

#include <memory>

namespace poolscope::ui {

// The Tokens page on a connection, for the tests of what it shows.
class TokensPageBench : public QObject
{
protected:
    using Service = ScreenBench::Service;

    void open(Service service, bool signedIn = false); // as `user`, which a sandbox only can do
    void showPage();
    void close();
    void click(const QString &name);
    QString verdict() const;                 // empty while none is shown
    bool isSaid(const QString &words) const; // in a label that is shown

    inline static const QString user = QStringLiteral("sunny@example.com");
    inline static const QString password = QStringLiteral("Correct-horse-7");

    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<TokensPage> m_page;
};

} // namespace poolscope::ui
