#include "ui/shell/commandpalette.h"

#include "ui/common/colors.h"
#include "ui/common/fonts.h"
#include "ui/common/labels.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace poolscope::ui {

namespace {

class CommandDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        painter->setFont(smallFont(option.font));
        painter->setPen(color(ColorRole::Muted, option.palette));
        painter->drawText(option.rect.adjusted(0, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight,
                          index.data(CommandModel::ShortcutRole).toString());
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() + 12};
    }
};

bool matches(const QString &text, const QStringList &words)
{
    return std::all_of(words.cbegin(), words.cend(),
                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

QString commandText(const QAction &action)
{
    QString text = action.iconText(); // without the mnemonic
    if (text.endsWith(u'…'))
        text.chop(1);
    return text;
}

CommandModel::CommandModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void CommandModel::setActions(const QList<QAction *> &actions)
{
    m_all.clear();
    for (QAction *action : actions) {
        if (action->isEnabled() && action->isVisible() && action->objectName() != u"command.palette")
            m_all += action;
    }
    setFilter({});
}

void CommandModel::setFilter(const QString &text)
{
    beginResetModel();
    m_filter = text;
    m_shown.clear();
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QPointer<QAction> &action : std::as_const(m_all)) {
        if (action && matches(commandText(*action), words))
            m_shown += action;
    }
    endResetModel();
}

QAction *CommandModel::action(const QModelIndex &index) const
{
    return index.isValid() ? m_shown.value(index.row()).data() : nullptr;
}

int CommandModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant CommandModel::data(const QModelIndex &index, int role) const
{
    const QAction *of = action(index);
    if (!of)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return commandText(*of);
    case Qt::DecorationRole:
        return of->icon();
    case ShortcutRole:
        return of->shortcut().toString(QKeySequence::NativeText);
    default:
        return {};
    }
}

CommandPalette::CommandPalette(QWidget *parent)
    : QDialog(parent)
    , m_model(new CommandModel(this))
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setWindowTitle(tr("Commands"));
    m_search->setObjectName(QStringLiteral("commandSearch"));
    m_search->setAccessibleName(tr("Search commands"));
    m_search->setPlaceholderText(tr("Type what you want to do"));
    m_search->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("commandList"));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_none = mutedLabel(tr("No command has these words."), this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(m_search);
    layout->addWidget(m_none);
    layout->addWidget(m_list);
    resize(520, 380);
    connect(m_search, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_search, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    connect(m_list, &QListView::activated, this, &CommandPalette::run); // Enter
}

void CommandPalette::openWith(const QList<QAction *> &actions)
{
    m_model->setActions(actions);
    m_search->clear();
    filter({});
    open();
    m_search->setFocus();
}

void CommandPalette::filter(const QString &text)
{
    m_model->setFilter(text);
    m_list->setCurrentIndex(m_model->index(0));
    m_none->setVisible(m_model->rowCount() == 0);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        if (step != 0) {
            const int row = m_list->currentIndex().row() + step;
            m_list->setCurrentIndex(m_model->index(qBound(0, row, m_model->rowCount() - 1)));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::run()
{
    QAction *chosen = m_model->action(m_list->currentIndex());
    if (!chosen || !isVisible()) // some styles activate with the click that has run it already
        return;
    accept();
    chosen->trigger();
}

} // namespace poolscope::ui
