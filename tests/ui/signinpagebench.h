#pragma once

#include "ui/screenbench.h"
#include "ui/signin/signinpage.h"

#include <QLineEdit>
#include <QObject>

#include <memory>

namespace poolscope::ui {

// The Sign in page on a connection, for the tests of what becomes of a sign-in.
class SignInPageBench : public QObject
{
protected:
    using Service = ScreenBench::Service;

    inline static const QString user = QStringLiteral("sunny@example.com");
    inline static const QString password = QStringLiteral("Correct-horse-7");

    void open(Service service);
    void close();
    QLineEdit *edit(const QString &name) { return m_page->findChild<QLineEdit *>(name); }
    void fill(const QString &name, const QString &text);
    void click(const QString &name); // once it can be
    // Types and sends; `flow` is its row.
    void enter(int flow, const QString &name = user, const QString &word = password);

    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<SignInPage> m_page;
};

} // namespace poolscope::ui
