<?xml version="1.0" encoding="utf-8"?>
<!-- Makes the Format.ps1xml of a module of its Formats.xml, with every build of the module. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="xml" encoding="utf-8" indent="yes" />
  <xsl:strip-space elements="Formats Table List Wide" />

  <xsl:template match="Formats">
    <Configuration>
      <ViewDefinitions>
        <xsl:apply-templates select="Table | List | Wide" />
      </ViewDefinitions>
    </Configuration>
  </xsl:template>

  <xsl:template match="Table | List | Wide">
    <View>
      <Name>AwsccConnect.<xsl:value-of select="@type" />.<xsl:value-of select="name()" /></Name>
      <ViewSelectedBy>
        <TypeName>AwsccConnect.<xsl:value-of select="@type" /></TypeName>
      </ViewSelectedBy>
      <xsl:apply-templates select="GroupBy" />
      <xsl:apply-templates select="." mode="control" />
    </View>
  </xsl:template>

  <xsl:template match="GroupBy">
    <GroupBy>
      <xsl:call-template name="text" />
      <Label><xsl:value-of select="@label" /></Label>
    </GroupBy>
  </xsl:template>

  <xsl:template match="Table" mode="control">
    <TableControl>
      <xsl:if test="@autosize"><AutoSize /></xsl:if>
      <TableHeaders>
        <xsl:for-each select="*[not(self::GroupBy)]">
          <TableColumnHeader>
            <Label><xsl:call-template name="label" /></Label>
            <xsl:if test="@width"><Width><xsl:value-of select="@width" /></Width></xsl:if>
            <xsl:if test="@align"><Alignment><xsl:value-of select="@align" /></Alignment></xsl:if>
          </TableColumnHeader>
        </xsl:for-each>
      </TableHeaders>
      <TableRowEntries>
        <TableRowEntry>
          <xsl:if test="@wrap"><Wrap /></xsl:if>
          <TableColumnItems>
            <xsl:for-each select="*[not(self::GroupBy)]">
              <TableColumnItem><xsl:apply-templates select="." /></TableColumnItem>
            </xsl:for-each>
          </TableColumnItems>
        </TableRowEntry>
      </TableRowEntries>
    </TableControl>
  </xsl:template>

  <xsl:template match="List" mode="control">
    <ListControl>
      <ListEntries>
        <ListEntry>
          <ListItems>
            <xsl:for-each select="*">
              <ListItem>
                <xsl:if test="@label or not(self::Value)"><Label><xsl:call-template name="label" /></Label></xsl:if>
                <xsl:choose>
                  <xsl:when test="@when">
                    <ItemSelectionCondition><ScriptBlock><xsl:value-of select="@when" /></ScriptBlock></ItemSelectionCondition>
                  </xsl:when>
                  <xsl:when test="../@optional">
                    <ItemSelectionCondition><ScriptBlock>$null -ne $_.PSObject.Properties['<xsl:value-of select="@name" />']</ScriptBlock></ItemSelectionCondition>
                  </xsl:when>
                </xsl:choose>
                <xsl:apply-templates select="." />
              </ListItem>
            </xsl:for-each>
          </ListItems>
        </ListEntry>
      </ListEntries>
    </ListControl>
  </xsl:template>

  <xsl:template match="Wide" mode="control">
    <WideControl>
      <AutoSize />
      <WideEntries>
        <WideEntry>
          <WideItem><xsl:apply-templates /></WideItem>
        </WideEntry>
      </WideEntries>
    </WideControl>
  </xsl:template>

  <xsl:template match="Value">
    <PropertyName><xsl:value-of select="@name" /></PropertyName>
  </xsl:template>

  <xsl:template match="Text" name="text">
    <ScriptBlock>
      <xsl:call-template name="expression" />
      <xsl:call-template name="clean" />
      <xsl:if test="@cut">
        <xsl:call-template name="cut"><xsl:with-param name="length" select="@cut" /></xsl:call-template>
      </xsl:if>
      <xsl:if test="@fold"><xsl:call-template name="fold" /></xsl:if>
    </ScriptBlock>
  </xsl:template>

  <xsl:template match="Lines">
    <ScriptBlock>($_.<xsl:value-of select="@name" /> | ForEach-Object { "$_"<xsl:call-template name="clean" /> }) -join "`n"</ScriptBlock>
  </xsl:template>

  <xsl:template match="Script">
    <ScriptBlock><xsl:apply-templates /></ScriptBlock>
  </xsl:template>

  <xsl:template match="Clean" name="clean"> -replace '[\p{Cc}\u202A-\u202E\u2066-\u2069]', '?'</xsl:template>

  <xsl:template match="Cut" name="cut">
    <xsl:param name="length" select="@length" />
    <!-- Not between the halves of a character. -->
    <xsl:value-of select="concat(&quot; -replace '^(.{&quot;, $length - 2, ',', $length - 1, &quot;})(?&lt;![\uD800-\uDBFF]).{2,}$', '$1…'&quot;)" />
  </xsl:template>

  <xsl:template name="fold">
    <!-- Before a value, then after the name of the property, then between words; what fits stays on one line. -->
    <xsl:variable name="more" select="concat('(?=.{', @fold + 1, '})')" />
    <xsl:variable name="line" select="concat('(.{1,', @fold, '}')" />
    <xsl:value-of select="concat(' -replace &quot;', $more, $line, ') (?=(?:->|[+-]) )&quot;, &quot;`$1`n&quot;')" />
    <xsl:value-of select="concat(' -replace &quot;(?m)^', $more, '([A-Za-z]+:) &quot;, &quot;`$1`n&quot;')" />
    <xsl:value-of select="concat(' -replace &quot;', $more, $line, '(?&lt;![+>-])) &quot;, &quot;`$1`n&quot;')" />
  </xsl:template>

  <xsl:template match="ShortArns"> -replace 'arn:aws[^;,\s]*/'</xsl:template>

  <xsl:template name="expression">
    <xsl:choose>
      <xsl:when test="node()"><xsl:apply-templates /></xsl:when>
      <xsl:when test="../@optional">"$($_.PSObject.Properties['<xsl:value-of select="@name" />']?.Value)"</xsl:when>
      <xsl:otherwise>"$($_.<xsl:value-of select="@name" />)"</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="label">
    <xsl:choose>
      <xsl:when test="@label"><xsl:value-of select="@label" /></xsl:when>
      <xsl:otherwise><xsl:value-of select="@name" /></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
