#include "ui/shell/mainwindow.h"

#include "ui/common/colors.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/fonts.h"
#include "ui/common/labels.h"
#include "ui/common/navigationbutton.h"
#include "ui/common/readingorder.h"
#include "ui/connections/environment.h"
#include "ui/shell/banners.h"
#include "ui/shell/connectioncard.h"
#include "ui/shell/navigation.h"

#include <QAbstractButton>
#include <QAction>
#include <QCloseEvent>
#include <QLabel>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

// Must stand outside every namespace: it names the initialiser that rcc writes.
static void initIconResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace poolscope::ui {

namespace {

constexpr int leftWidth = 207;
constexpr QSize defaultSize(1280, 800);
constexpr QSize smallestSize(960, 600);
constexpr QSize frameAllowance(16, 48);

} // namespace

MainWindow::MainWindow(Parts parts, QWidget *parent)
    : QMainWindow(parent)
    , m_parts(std::move(parts))
{
    initIconResources();
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Poolscope"));
    setMinimumSize(smallestSize);
    resize(firstSize(screen()->availableSize()));
    buildLayout();
    buildCommands();
    buildNavigationFoot();
    restoreState();
    const QString wanted = m_currentPage;
    const QList<PageFactory> pages = m_parts.pages;
    setPages(pages);
    if (pages.isEmpty())
        m_currentPage = wanted; // it may be among those that come later
}

// What the frame takes is known only once the window is shown.
QSize MainWindow::firstSize(const QSize &available)
{
    return defaultSize.boundedTo(available - frameAllowance).expandedTo(smallestSize);
}

MainWindow::~MainWindow()
{
    // The actions are children and go after the members.
    for (QAction *action : std::as_const(m_commands))
        disconnect(action, &QObject::destroyed, this, nullptr);
}

void MainWindow::buildLayout()
{
    auto *centre = new QWidget(this);
    auto *outer = new QVBoxLayout(centre);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *layout = new QHBoxLayout;
    layout->setSpacing(0);
    outer->addLayout(layout, 1);
    layout->addWidget(buildLeft());
    layout->addWidget(lineWidget(true, centre));
    m_columns = new QSplitter(Qt::Horizontal, centre);
    m_columns->setObjectName(QStringLiteral("columns"));
    m_rows = new QSplitter(Qt::Vertical, m_columns);
    m_rows->setObjectName(QStringLiteral("rows"));
    m_rows->addWidget(buildCentre());
    m_rows->setChildrenCollapsible(false);
    m_columns->addWidget(m_rows);
    m_columns->setChildrenCollapsible(false);
    m_columns->setStretchFactor(0, 1);
    layout->addWidget(m_columns, 1);
    outer->addWidget(buildStatusBar());
    setCentralWidget(centre);
}

QWidget *MainWindow::buildLeft()
{
    m_left = new QWidget(this);
    m_left->setFixedWidth(qMax(leftWidth, fontMetrics().averageCharWidth() * 25));
    auto *layout = new QVBoxLayout(m_left);
    layout->setContentsMargins(8, 8, 8, 0);
    layout->setSpacing(4);
    m_card = new ConnectionCard(m_left);
    connect(m_card, &QPushButton::clicked, this, &MainWindow::openConnectionMenu);
    layout->addWidget(m_card);
    m_navigation = new Navigation(m_left);
    connect(m_navigation, &Navigation::chosen, this, &MainWindow::showPage);
    layout->addWidget(m_navigation, 1);
    return m_left;
}

QWidget *MainWindow::buildCentre()
{
    auto *centre = new QWidget(this);
    centre->setMinimumSize(480, 240); // with the mailbox beside it, what the least window leaves to forms
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_banners = new Banners(centre);
    layout->addWidget(m_banners);
    m_stack = new QStackedWidget(centre);
    m_stack->setObjectName(QStringLiteral("pages"));
    layout->addWidget(m_stack, 1);
    return centre;
}

void MainWindow::buildNavigation()
{
    m_navigation->clearEntries();
    qDeleteAll(m_pageCommands);
    m_pageCommands.clear();
    int number = 1;
    for (const PageFactory &page : std::as_const(m_parts.pages)) {
        QKeySequence shortcut = page.shortcut;
        if (shortcut.isEmpty() && number <= 9)
            shortcut = QKeySequence(QStringLiteral("Ctrl+%1").arg(number));
        ++number;
        m_navigation->addEntry(page, shortcut);
        addPageCommand(page, shortcut);
    }
}

void MainWindow::setPages(const QList<PageFactory> &pages)
{
    const QString wanted = m_currentPage;
    m_currentPage.clear();
    qDeleteAll(m_pages);
    m_pages.clear();
    m_parts.pages = pages;
    buildNavigation();
    if (pages.isEmpty())
        return;
    const bool known = std::any_of(pages.cbegin(), pages.cend(), [&](const PageFactory &p) { return p.id == wanted; });
    showPage(known ? wanted : pages.first().id);
}

QWidget *MainWindow::page(const QString &id)
{
    if (QWidget *existing = m_pages.value(id))
        return existing;
    for (const PageFactory &factory : std::as_const(m_parts.pages)) {
        if (factory.id != id)
            continue;
        QWidget *made = factory.create(m_stack);
        made->setObjectName(QStringLiteral("page.") + id);
        m_stack->addWidget(made);
        m_pages.insert(id, made);
        return made;
    }
    return nullptr;
}

void MainWindow::showPage(const QString &id)
{
    QWidget *shown = page(id);
    if (!shown)
        return;
    m_navigation->setCurrent(id);
    m_stack->setCurrentWidget(shown);
    if (m_currentPage == id)
        return;
    m_currentPage = id;
    emit pageShown(id);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (event->spontaneous() || m_wasShown)
        return;
    m_wasShown = true;
    // Once the layout stands: whoever opens the window wants to type. The icon would load QtSvg before the first paint.
    QMetaObject::invokeMethod(this, &MainWindow::focusPage, Qt::QueuedConnection);
    QMetaObject::invokeMethod(
        this, [this] { setWindowIcon(QIcon(QStringLiteral(":/icons/poolscope.svg"))); }, Qt::QueuedConnection);
}

void MainWindow::focusPage()
{
    QWidget *shown = m_stack->currentWidget();
    const QList<QWidget *> order = shown ? readingOrder(shown) : QList<QWidget *>();
    if (order.isEmpty())
        return;
    // A field rather than the buttons in the page's header.
    const auto isField = [](const QWidget *widget) { return !qobject_cast<const QAbstractButton *>(widget); };
    const auto field = std::find_if(order.cbegin(), order.cend(), isField);
    (field == order.cend() ? order.first() : *field)->setFocus(Qt::OtherFocusReason);
}

void MainWindow::setConnection(const profiles::Connection &connection)
{
    m_connection = connection;
    m_card->setConnection(connection);
    const QString environment = environmentName(connection.environment);
    const bool isMarked = connection.readOnly && !environment.isEmpty();
    m_environment->setText(isMarked ? tr("%1, read-only").arg(environment) : environment);
    m_environment->setColorRole(environmentRole(connection.environment));
    m_environment->setVisible(!environment.isEmpty());
    setWindowTitle(connection.name + QStringLiteral(" — Poolscope"));
    rebuildConnectionCommands();
}

void MainWindow::setPoolName(const QString &name)
{
    m_card->setPoolName(name);
}

void MainWindow::setConnections(const QList<profiles::Connection> &connections,
                                const QList<profiles::Connection> &recent)
{
    m_connections = recent;
    m_recentCount = recent.size();
    for (const profiles::Connection &connection : connections) {
        if (!recent.contains(connection))
            m_connections.append(connection);
    }
    rebuildConnectionCommands();
}

void MainWindow::setEndpointText(const QString &text)
{
    m_endpoint->setText(text);
}

void MainWindow::setNote(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

void MainWindow::setKeychainText(const QString &text)
{
    m_keychain->setText(text);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveState();
    QMainWindow::closeEvent(event);
}

} // namespace poolscope::ui
