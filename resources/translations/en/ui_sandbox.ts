<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>poolscope::ui::UsersCard</name>
    <message numerus="yes">
        <source>%n or more users</source>
        <translation>
            <numerusform>%n or more users</numerusform>
            <numerusform>%n or more users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n users</source>
        <translation>
            <numerusform>%n user</numerusform>
            <numerusform>%n users</numerusform>
        </translation>
    </message>
</context>
</TS>
