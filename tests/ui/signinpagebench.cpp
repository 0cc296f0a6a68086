#include "ui/signinpagebench.h"

#include "ui/keyboard.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QTest>

namespace poolscope::ui {

void SignInPageBench::open(Service service)
{
    m_bench = std::make_unique<ScreenBench>(service);
    m_page = std::make_unique<SignInPage>(m_bench->workspace());
    m_page->resize(900, 700);
    showActive(m_page.get());
}

void SignInPageBench::fill(const QString &name, const QString &text)
{
    QLineEdit *field = edit(name);
    QVERIFY(field);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
}

void SignInPageBench::click(const QString &name)
{
    const auto isReady = [this, &name] {
        const auto *button = m_page->findChild<QAbstractButton *>(name);
        return button && button->isVisible() && button->isEnabled();
    };
    QTRY_VERIFY2(isReady(), qPrintable(name));
    m_page->findChild<QAbstractButton *>(name)->click();
}

void SignInPageBench::enter(int flow, const QString &name, const QString &word)
{
    find<QComboBox>(m_page.get(), QStringLiteral("signin.flow"))->setCurrentIndex(flow);
    fill(QStringLiteral("signin.username"), name);
    fill(QStringLiteral("signin.password"), word);
    press(Qt::Key_Return);
}

void SignInPageBench::close()
{
    m_page.reset();
    m_bench.reset();
}

} // namespace poolscope::ui
