#include "sandbox/presets.h"
#include "ui/accessibility.h"
#include "ui/common/translations.h"
#include "ui/keyboard.h"
#include "ui/screenbench.h"
#include "ui/signin/signinpage.h"
#include "ui/signup/signuppage.h"

#include <QAbstractButton>
#include <QTest>

using namespace poolscope;
using namespace poolscope::ui;
using namespace Qt::StringLiterals;

// The pages whose labels depend on the pool, in a pool of every preset: each name is to have a key of its own.
class TestPresetPages final : public QObject
{
    Q_OBJECT

private slots:
    void noFaults_data();
    void noFaults();

private:
    template<class PageType>
    static QStringList faultsOf(ScreenBench &bench, const QString &advanced);
};

template<class PageType>
QStringList TestPresetPages::faultsOf(ScreenBench &bench, const QString &advanced)
{
    PageType page(bench.workspace());
    page.resize(900, 700);
    showActive(&page);
    if (auto *more = find<QAbstractButton>(&page, advanced))
        more->click();
    return accessibilityFaults(&page);
}

void TestPresetPages::noFaults_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Korean") << u"ko"_s;
}

void TestPresetPages::noFaults()
{
    QFETCH(QString, language);
    Translations translations;
    translations.install(language);
    ScreenBench bench(ScreenBench::Service::Sandbox);
    const QList<sandbox::Preset> presets = sandbox::presets();
    QVERIFY(presets.size() >= 6);
    QStringList faults;
    for (const sandbox::Preset &preset : presets) {
        QVERIFY2(bench.openPreset(preset.id), qPrintable(preset.id));
        for (const QString &fault : faultsOf<SignUpPage>(bench, u"signup.advanced"_s))
            faults << preset.id + u", signing up: "_s + fault;
        for (const QString &fault : faultsOf<SignInPage>(bench, u"signin.advanced"_s))
            faults << preset.id + u", signing in: "_s + fault;
    }
    QCOMPARE(faults.join(u'\n'), QString());
}

QTEST_MAIN(TestPresetPages)
#include "tst_presetpages.moc"
