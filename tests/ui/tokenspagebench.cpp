#include "ui/tokenspagebench.h"

#include "ui/common/chip.h"
#include "ui/keyboard.h"

#include <QAbstractButton>
#include <QLabel>
#include <QTest>

#include <algorithm>

namespace poolscope::ui {

void TokensPageBench::open(Service service, bool signedIn)
{
    m_bench = std::make_unique<ScreenBench>(service);
    if (signedIn) {
        QVERIFY(m_bench->addUser(user, password));
        QVERIFY(m_bench->signIn(user, password));
    }
    showPage();
}

void TokensPageBench::showPage()
{
    m_page = std::make_unique<TokensPage>(m_bench->workspace());
    m_page->resize(1100, 700);
    showActive(m_page.get());
}

void TokensPageBench::close()
{
    m_page.reset();
    m_bench.reset();
}

void TokensPageBench::click(const QString &name)
{
    auto *button = find<QAbstractButton>(m_page.get(), name);
    QVERIFY(button);
    button->click();
}

QString TokensPageBench::verdict() const
{
    const auto *chip = m_page->findChild<Chip *>(QStringLiteral("verdict"));
    return chip && chip->isVisible() ? chip->text() : QString();
}

bool TokensPageBench::isSaid(const QString &words) const
{
    const auto labels = m_page->findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(),
                       [&words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
}

} // namespace poolscope::ui
